/** Asks for the current secret of the vault: the passphrase or, if it is forgotten, the recovery key. */
import type { Signal } from '@preact/signals';
import { Button } from '../../../components/button.js';
import { SecretInput } from '../../../components/secret-input.js';
import { TextInput } from '../../../components/text-input.js';
import { t } from '../../../locales/late.js';
import type { VaultSecret } from '../../../ports/services.js';

export const CURRENT = 'cp-settings-current';

/** The typed text, and which of the two secrets it is. */
export interface Typed {
  readonly byKey: boolean;
  readonly value: string;
}
export const NOTHING_TYPED: Typed = { byKey: false, value: '' };

export function secretOf({ byKey, value }: Typed): VaultSecret {
  return byKey ? { recoveryKey: value } : { passphrase: value };
}

/** Error if nothing was typed. */
export function missingIn({ byKey, value }: Typed): string | undefined {
  if (value.trim() !== '') return undefined;
  return t(byKey ? 'lock.recovery.missing' : 'lock.passphrase.missing');
}

export interface CurrentSecretProps {
  typed: Signal<Typed>;
  error?: string | undefined;
  /** Labels of the boxes: `lock` if nothing is being changed, as on the lock screen. */
  words?: 'settings.current' | 'lock';
}

export function CurrentSecret({ typed, error, words = 'settings.current' }: CurrentSecretProps) {
  const { byKey, value } = typed.value;
  const onValue = (next: string): void => {
    typed.value = { byKey, value: next };
  };
  return (
    <>
      {byKey ? (
        <TextInput
          id={CURRENT}
          label={t(`${words}.recovery`)}
          hint={t('lock.recovery.hint')}
          error={error}
          value={value}
          onValue={onValue}
        />
      ) : (
        <SecretInput
          id={CURRENT}
          label={t(`${words}.passphrase`)}
          error={error}
          value={value}
          onValue={onValue}
        />
      )}
      <p class="govuk-body">
        <Button
          kind="link"
          onPress={() => {
            typed.value = { byKey: !byKey, value: '' };
          }}
        >
          {t(byKey ? 'lock.use-passphrase' : 'lock.use-recovery')}
        </Button>
      </p>
    </>
  );
}
