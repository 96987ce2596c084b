/** Asks the vault to change a secret, and stores its errors in words. */
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import type { SummaryError } from '../../../components/error-summary.js';
import { t } from '../../../locales/late.js';
import type { ChangedSecret, NextVaultSecret } from '../../../ports/services.js';
import { CURRENT, missingIn, secretOf, type Typed } from './current-secret.js';

export interface Change {
  readonly errors: ReadonlySignal<readonly SummaryError[]>;
  readonly busy: ReadonlySignal<boolean>;
  errorAt(fieldId: string): string | undefined;
  /**
   * @param wrong - errors that the form itself found in the new secret
   * @returns undefined if it was not changed; the reason is in `errors`
   */
  make(
    typed: Typed,
    next: NextVaultSecret,
    wrong?: readonly SummaryError[],
  ): Promise<ChangedSecret | undefined>;
}

/** @param nextField - id of the control that an issue of the new passphrase is about */
export function useChange(nextField?: string): Change {
  const { vault } = useApp().services;
  const errors = useSignal<readonly SummaryError[]>([]);
  const busy = useSignal(false);
  return {
    errors,
    busy,
    errorAt: (fieldId) => errors.value.find((error) => error.fieldId === fieldId)?.message,
    async make(typed, next, wrong = []) {
      if (busy.value) return undefined;
      const missing = missingIn(typed);
      errors.value = [...(missing ? [{ message: missing, fieldId: CURRENT }] : []), ...wrong];
      if (errors.value.length > 0) return undefined;
      busy.value = true;
      const result = await vault.change(secretOf(typed), next).catch(() => undefined);
      busy.value = false;
      if (result?.ok) return result.value;
      errors.value = result?.issues.map(({ message, at }) => ({
        message,
        fieldId: at === 'passphrase' && nextField ? nextField : CURRENT,
      })) ?? [{ message: t('settings.no-answer') }];
      return undefined;
    },
  };
}
