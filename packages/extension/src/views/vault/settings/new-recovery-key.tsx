import { useSignal } from '@preact/signals';
import { useApp, useOpenVault } from '../../../app/app.js';
import { t } from '../../../locales/late.js';
import { RecoveryStep } from '../first-run/recovery-step.js';
import { CURRENT, CurrentSecret, NOTHING_TYPED, type Typed } from './current-secret.js';
import { SettingsForm } from './settings-form.js';
import { useChange } from './use-change.js';

/** Makes another recovery key for the same vault, shown once. */
export function NewRecoveryKey({ onDone }: { onDone: () => void }) {
  const { session } = useApp();
  const { officer, kind } = useOpenVault();
  const typed = useSignal<Typed>(NOTHING_TYPED);
  const made = useSignal('');
  const change = useChange();

  const make = async (): Promise<void> => {
    const changed = await change.make(typed.value, { recoveryKey: 'new' });
    typed.value = NOTHING_TYPED;
    made.value = changed?.recoveryKey ?? '';
  };

  if (made.value !== '')
    return (
      <RecoveryStep
        recoveryKey={made.value}
        answers={{ kind, name: officer.name, number: officer.number }}
        onDone={() => {
          onDone();
          session.say({
            heading: t('settings.recovery.made'),
            body: t('settings.recovery.made.body'),
          });
        }}
      />
    );
  return (
    <SettingsForm
      title={t('settings.recovery.title')}
      errors={change.errors.value}
      submit={t(change.busy.value ? 'settings.recovery.making' : 'settings.recovery.new')}
      busy={change.busy.value}
      onSubmit={() => void make()}
      onCancel={onDone}
    >
      <p class="govuk-body">{t('settings.recovery.why')}</p>
      <p class="govuk-body">{t('settings.recovery.lost')}</p>
      <CurrentSecret typed={typed} error={change.errorAt(CURRENT)} />
    </SettingsForm>
  );
}
