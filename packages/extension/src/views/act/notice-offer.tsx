import type { RecordId } from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { t } from '../../locales/late.js';

/** Shown after a correction is saved: leads to the notice for anyone who received the earlier value. */
export function NoticeOffer({ subject }: { subject: RecordId }) {
  const { router } = useApp();
  return (
    <p class="govuk-body">
      {t('ending.correction.offer')}{' '}
      <Button kind="link" onPress={() => router.go({ name: 'correction', subject })}>
        {t('ending.act.correction')}
      </Button>
    </p>
  );
}
