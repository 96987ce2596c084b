import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { Checkbox } from '../../../components/checkboxes.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { t } from '../../../locales/late.js';
import type { VaultKind, VaultRemains } from '../../../ports/services.js';
import {
  CURRENT,
  CurrentSecret,
  missingIn,
  NOTHING_TYPED,
  secretOf,
  type Typed,
} from '../settings/current-secret.js';
import { RemainsPanel } from './remains-panel.js';
import { SealedCopyPanel } from './sealed-copy-panel.js';

export interface RecoverStepProps {
  kind: VaultKind;
  isSettled: boolean;
  /** Called with true once it was tried, or is impossible. */
  onSettled: (isSettled: boolean) => void;
}

/** Reads both copies of every entry, opens the vault if they make a complete one, and otherwise says what is left. */
export function RecoverStep({ kind, isSettled, onSettled }: RecoverStepProps) {
  const { recovery } = useApp().services;
  const typed = useSignal<Typed>(NOTHING_TYPED);
  const error = useSignal<string | undefined>(undefined);
  const busy = useSignal(false);
  const remains = useSignal<VaultRemains | undefined>(undefined);
  const wasTried = useSignal(false);

  const recover = async (): Promise<void> => {
    if (busy.value) return;
    error.value = missingIn(typed.value);
    if (error.value !== undefined) return;
    busy.value = true;
    const result = await recovery.recover(kind, secretOf(typed.value)).catch(() => undefined);
    busy.value = false;
    typed.value = { ...typed.value, value: '' };
    const [issue] = result?.issues ?? [];
    // A wrong passphrase was a try at the passphrase, not at the records.
    if (result?.ok || issue?.code === 'vault-damaged') {
      wasTried.value = true;
      onSettled(true);
    }
    if (result?.ok) remains.value = result.value;
    else error.value = issue?.message ?? t('recovery.recover.no-answer');
  };

  return (
    <section>
      <h2 class="govuk-heading-m">{t('recovery.recover')}</h2>
      <p class="govuk-body">{t('recovery.recover.why')}</p>
      <p class="govuk-body">{t('recovery.recover.no-view')}</p>
      <Form label={t('recovery.recover')} onSubmit={() => void recover()}>
        <ErrorSummary
          errors={error.value ? [{ message: error.value, fieldId: CURRENT }] : []}
          check={error.value}
        />
        <CurrentSecret words="lock" typed={typed} error={error.value} />
        <Button type="submit" busy={busy.value}>
          {t(busy.value ? 'recovery.recover.going' : 'recovery.recover.go')}
        </Button>
        {!wasTried.value && (
          <Checkbox
            label={t('recovery.recover.ruled-out')}
            checked={isSettled}
            onChecked={onSettled}
          />
        )}
      </Form>
      {remains.value && !remains.value.isOpen && <RemainsPanel remains={remains.value} />}
      <SealedCopyPanel kind={kind} />
    </section>
  );
}
