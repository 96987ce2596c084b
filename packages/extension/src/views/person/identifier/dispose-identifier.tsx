import type { StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { ConfirmPanel } from '../../../components/confirm-panel.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';
import { disposeOf } from '../../act/dispose-of.js';

/** Destroys an identifier on nobody that is no longer needed, with the pages that are kept for it alone. */
export function DisposeIdentifier({ held }: { held: StoredRecord<'onlineIdentifier'> }) {
  const app = useApp();
  const isAsking = useSignal(false);
  const isBusy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const { asSeen } = held.value;
  const dispose = async (): Promise<void> => {
    isBusy.value = true;
    try {
      const only = await app.services.store.heldOnlyWith([held.id]);
      const going = [held.id, ...only.map(({ id }) => id)];
      const left = await disposeOf(app, going, async () => undefined);
      problem.value = left?.message;
      if (!left) app.router.go({ name: 'identifier' });
    } catch (error) {
      problem.value = asIssue(error).message;
    } finally {
      isBusy.value = false;
    }
  };
  if (!isAsking.value)
    return (
      <Button
        kind="warning"
        onPress={() => {
          isAsking.value = true;
        }}
      >
        {t('identifier.dispose')}
      </Button>
    );
  return (
    <ConfirmPanel
      heading={t('identifier.dispose.ask', { seen: asSeen })}
      confirm={t('identifier.dispose.press', { seen: asSeen })}
      grave
      busy={isBusy.value}
      onConfirm={() => void dispose()}
      onCancel={() => {
        isAsking.value = false;
      }}
    >
      {problem.value && <ErrorSummary errors={[{ message: problem.value }]} />}
      <p class="govuk-body">{t('identifier.dispose.what')}</p>
    </ConfirmPanel>
  );
}
