import { closedBy, type RecordId, writtenDate } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../../app/app.js';
import { Button } from '../../../../components/button.js';
import { t } from '../../../../locales/late.js';

/** Says that the case of somebody on record is closed, and since when; the way is to open it again, not to begin anew. */
export function ClosedCase({ subject }: { subject: RecordId }) {
  const { services, router } = useApp();
  const closedOn = useSignal<string | undefined>(undefined);
  useEffect(() => {
    let isGone = false;
    void services.store.query('decision', { subjectId: subject }).then(
      (decisions) => {
        const closing = closedBy(decisions);
        if (!isGone) closedOn.value = closing && writtenDate(closing.value.decidedOn);
      },
      // Locked meanwhile, or closed to the officer: nothing is said of the case.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [services, subject, closedOn]);
  if (closedOn.value === undefined) return null;
  return (
    <p class="govuk-body-s">
      {t('seen.closed', { date: closedOn.value })}{' '}
      <Button kind="link" onPress={() => router.go({ name: 'close-case', subject })}>
        {t('ending.reopen.go')}
      </Button>
    </p>
  );
}
