import { birthsOf, type StoredRecord } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { birthsRoute } from '../../case/births-route.js';
import { PersonHeading } from '../../case/person-heading.js';

/** Says that a notice is not for a child under ten, and offers the right step instead. */
export function UnderTen({ subject }: { subject: StoredRecord<'subject'> }) {
  const { router } = useApp();
  const isDisputed = birthsOf(subject.value).length > 1;
  return (
    <div class="cp-read">
      <PersonHeading of={subject}>{t('notice.serve')}</PersonHeading>
      <WarningText>{t(isDisputed ? 'notice.under-ten.perhaps' : 'notice.under-ten')}</WarningText>
      <p class="govuk-body">{t('notice.under-ten.next')}</p>
      <ButtonGroup>
        <Button onPress={() => router.go({ name: 'safeguarding', subject: subject.id })}>
          {t('subject.concern')}
        </Button>
        {isDisputed && (
          <Button kind="secondary" onPress={() => router.go(birthsRoute(subject))}>
            {t('notice.under-ten.dates')}
          </Button>
        )}
        <Button kind="link" onPress={() => router.back()}>
          {t('common.cancel')}
        </Button>
      </ButtonGroup>
    </div>
  );
}
