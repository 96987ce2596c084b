/** Offences that are named on a person's record, shown before anybody finds that there are no grounds to suspect one. */
import { codeLabel, NAMED_READ, type NamedOffence } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Checkbox } from '../../../components/checkboxes.js';
import { Hint } from '../../../components/hint.js';
import { InsetText } from '../../../components/inset-text.js';
import type { RecordFormState } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';

interface NamedOffencesProps {
  form: RecordFormState<'ceaseAndDesist'>;
  named: readonly NamedOffence[];
}

export function NamedOffences({ form, named }: NamedOffencesProps) {
  const { lists, today } = useApp().services;
  if (named.length === 0) return null;
  const error = form.errorAt(NAMED_READ);
  return (
    <>
      <InsetText>
        <p class="govuk-body">{t('offence.named')}</p>
        <ul class="govuk-list govuk-list--bullet">
          {named.map(({ record, words, section, status }) => {
            const what = [
              words === undefined ? undefined : t('offence.named.one', { words }),
              section === undefined ? undefined : codeLabel(lists, 'cma-section', section, today()),
            ]
              .filter(Boolean)
              .join(', ');
            return (
              <li key={`${record} ${what}`} dir="auto">
                {status === undefined
                  ? what
                  : t('offence.named.status', {
                      what,
                      status: codeLabel(lists, 'offence-status', status),
                    })}
              </li>
            );
          })}
        </ul>
      </InsetText>
      <Checkbox
        id={form.controlId(NAMED_READ)}
        label={t('offence.named.read')}
        error={error}
        checked={form.values.value[NAMED_READ] === true}
        onChecked={(next) => form.set(NAMED_READ, next)}
      />
    </>
  );
}

/** Sections on record, as a suggestion of what to explain: nothing is ticked by itself. */
export function SectionsOnRecord({ named }: Pick<NamedOffencesProps, 'named'>) {
  const { lists, today } = useApp().services;
  const sections = [...new Set(named.flatMap(({ section }) => section ?? []))];
  if (sections.length === 0) return null;
  return (
    <Hint id="notice-sections-on-record">
      {t('offence.notice.suggested', {
        sections: sections.map((code) => codeLabel(lists, 'cma-section', code, today())).join('; '),
      })}
    </Hint>
  );
}
