import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import type { SummaryError } from '../../../components/error-summary.js';
import { InsetText } from '../../../components/inset-text.js';
import { SecretInput } from '../../../components/secret-input.js';
import { t } from '../../../locales/late.js';
import { PASSPHRASE_CHARACTERS, passphraseLength } from '../first-run/answers.js';
import { CURRENT, CurrentSecret, NOTHING_TYPED, type Typed } from './current-secret.js';
import { SettingsForm } from './settings-form.js';
import { useChange } from './use-change.js';

const NEW = 'cp-settings-new';
const AGAIN = 'cp-settings-again';

/** Sets another passphrase for the same vault. */
export function ChangePassphrase({ onDone }: { onDone: () => void }) {
  const { session } = useApp();
  const typed = useSignal<Typed>(NOTHING_TYPED);
  const passphrase = useSignal('');
  const again = useSignal('');
  const change = useChange(NEW);

  const wrong = (): readonly SummaryError[] => {
    if (passphraseLength(passphrase.value) < PASSPHRASE_CHARACTERS)
      return [{ message: t('first-run.passphrase.short'), fieldId: NEW }];
    if (passphrase.value !== again.value)
      return [{ message: t('first-run.passphrase.differs'), fieldId: AGAIN }];
    return [];
  };
  const save = async (): Promise<void> => {
    const next = { passphrase: passphrase.value };
    if (!(await change.make(typed.value, next, wrong()))) return;
    onDone();
    session.say({
      heading: t('settings.passphrase.changed'),
      body: t('settings.passphrase.changed.body'),
    });
  };

  return (
    <SettingsForm
      title={t('settings.passphrase.title')}
      errors={change.errors.value}
      submit={t(change.busy.value ? 'settings.passphrase.changing' : 'settings.passphrase.change')}
      busy={change.busy.value}
      onSubmit={() => void save()}
      onCancel={onDone}
    >
      <CurrentSecret typed={typed} error={change.errorAt(CURRENT)} />
      <InsetText>{t('first-run.passphrase.rules')}</InsetText>
      <SecretInput
        id={NEW}
        label={t('settings.passphrase.new')}
        error={change.errorAt(NEW)}
        value={passphrase.value}
        onValue={(value) => {
          passphrase.value = value;
        }}
      />
      <SecretInput
        id={AGAIN}
        label={t('settings.passphrase.again')}
        error={change.errorAt(AGAIN)}
        value={again.value}
        onValue={(value) => {
          again.value = value;
        }}
      />
      <p class="govuk-body">{t('settings.passphrase.copies')}</p>
    </SettingsForm>
  );
}
