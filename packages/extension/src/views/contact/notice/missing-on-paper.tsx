import { birthsOf, missingOnNotice, type NoticePart, type StoredRecord } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { InsetText } from '../../../components/inset-text.js';
import { t } from '../../../locales/late.js';
import { birthsRoute } from '../../case/births-route.js';

export interface MissingOnPaperProps {
  subject: StoredRecord<'subject'>;
  /** Absent before a visit. */
  notice: StoredRecord<'ceaseAndDesist'> | undefined;
  /** Before a visit: the parts that are neither set nor typed. */
  unset: readonly NoticePart[];
  /** Id of the box for the telephone number, before a visit. */
  contactId: string;
}

/** Says before a notice is printed what it will have a line for instead of words, with the way to each. */
export function MissingOnPaper({ subject, notice, unset, contactId }: MissingOnPaperProps) {
  const { router } = useApp();
  const parts = notice ? missingOnNotice(notice.value) : unset;
  const births = notice ? birthsOf(subject.value).length : 1;
  if (parts.length === 0 && births === 1) return null;
  return (
    <InsetText>
      <p class="govuk-body">{t('notice.paper.missing')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {parts.includes('from') && (
          <li>{t(notice ? 'notice.paper.missing.from.served' : 'notice.paper.missing.from')}</li>
        )}
        {parts.includes('contact') && (
          <li>
            {t('notice.paper.missing.contact')}{' '}
            {!notice && (
              <Button kind="link" onPress={() => document.getElementById(contactId)?.focus()}>
                {t('notice.paper.missing.contact.go')}
              </Button>
            )}
          </li>
        )}
        {births !== 1 && (
          <li>
            {t(births === 0 ? 'notice.paper.missing.birth' : 'notice.paper.missing.births')}{' '}
            <Button
              kind="link"
              onPress={() =>
                router.go(
                  births === 0
                    ? { name: 'detail', subject: subject.id, detail: 'bornOn', act: 'add' }
                    : // A correction refuses the recorded one.
                      birthsRoute(subject),
                )
              }
            >
              {t(births === 0 ? 'notice.paper.missing.birth.go' : 'notice.paper.missing.births.go')}
            </Button>
          </li>
        )}
      </ul>
    </InsetText>
  );
}
