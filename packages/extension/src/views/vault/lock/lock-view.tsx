/** Opens the vault: by passphrase or, if that is lost, by the printed recovery key. */
import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { Details } from '../../../components/details.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { PageHeading } from '../../../components/page-heading.js';
import { Radios } from '../../../components/radios.js';
import { SecretInput } from '../../../components/secret-input.js';
import { TextInput } from '../../../components/text-input.js';
import { t } from '../../../locales/translate.js';
import type { VaultKind, VaultState } from '../../../ports/services.js';
import { useWait } from './use-wait.js';

export interface LockViewProps {
  state: Extract<VaultState, { name: 'locked' }>;
  /** The kind that is being opened: its marking is around the screen. */
  onKind: (kind: VaultKind) => void;
  /** Sets up the kind of vault that this computer lacks. */
  onSetUp: (kind: VaultKind) => void;
  /** Shows the options for a vault that cannot be opened. */
  onRecover: (kind: VaultKind) => void;
}

const SECRET = 'cp-lock-secret';
const KINDS: readonly VaultKind[] = ['live', 'practice'];

export function LockView({ state, onKind, onSetUp, onRecover }: LockViewProps) {
  const { vault } = useApp().services;
  const kinds = KINDS.filter((each) => state.kinds.includes(each));
  const damaged = (state.damaged ?? []).map((one) => one.kind);
  const kind = useSignal<VaultKind>(kinds[0] ?? 'practice');
  const byKey = useSignal(false);
  const secret = useSignal('');
  const error = useSignal<{ message: string; fieldId?: string } | undefined>(undefined);
  const busy = useSignal(false);
  const seconds = useWait(state);
  // This screen has only one thing to do.
  useLayoutEffect(() => document.getElementById(SECRET)?.focus(), []);
  useLayoutEffect(() => onKind(kind.value), [kind.value]);

  const unlock = async (): Promise<void> => {
    if (busy.value || seconds > 0) return;
    if (secret.value.trim() === '') {
      const message = t(byKey.value ? 'lock.recovery.missing' : 'lock.passphrase.missing');
      error.value = { message, fieldId: SECRET };
      return;
    }
    busy.value = true;
    error.value = undefined;
    const tried = secret.value;
    const given = byKey.value ? { recoveryKey: tried } : { passphrase: tried };
    const result = await vault.unlock(kind.value, given).catch(() => undefined);
    busy.value = false;
    // Shows a message that does not say which part was wrong, except for problems unrelated to the secret.
    if (!result?.ok)
      error.value = { message: result?.issues[0]?.message ?? t('lock.failed'), fieldId: SECRET };
    // Text typed during the attempt belongs to the next one.
    if (secret.value === tried) secret.value = '';
  };

  return (
    <div class="cp-read">
      <PageHeading>{t('lock.title')}</PageHeading>
      <Form onSubmit={() => void unlock()}>
        <ErrorSummary errors={error.value ? [error.value] : []} check={error.value} />
        {kinds.length > 1 ? (
          <Radios
            label={t('lock.kind')}
            inline
            choices={kinds.map((value) => ({ value, label: t(`lock.kind.${value}`) }))}
            value={kind.value}
            onValue={(value) => {
              kind.value = value === 'live' ? 'live' : 'practice';
            }}
          />
        ) : (
          <p class="govuk-body">{t(`lock.one.${kind.value}`)}</p>
        )}
        {byKey.value ? (
          <TextInput
            id={SECRET}
            label={t('lock.recovery')}
            hint={t('lock.recovery.hint')}
            error={error.value?.message}
            value={secret.value}
            onValue={(value) => {
              secret.value = value;
            }}
          />
        ) : (
          <SecretInput
            id={SECRET}
            label={t('lock.passphrase')}
            error={error.value?.message}
            value={secret.value}
            onValue={(value) => {
              secret.value = value;
            }}
          />
        )}
        {seconds > 0 && (
          <p class="govuk-body" role="status">
            {t('lock.wait', { count: seconds })}
          </p>
        )}
        <Button type="submit" busy={busy.value || seconds > 0}>
          {busy.value ? t('lock.opening') : t('lock.submit')}
        </Button>
      </Form>
      <p class="govuk-body">
        <Button
          kind="link"
          onPress={() => {
            byKey.value = !byKey.value;
            secret.value = '';
            error.value = undefined;
          }}
        >
          {t(byKey.value ? 'lock.use-passphrase' : 'lock.use-recovery')}
        </Button>
      </p>
      <p class="govuk-body">{t('lock.kept')}</p>
      <Details summary={t('lock.forgotten')}>
        <p>{t('lock.forgotten.recovery')}</p>
        <p>{t('lock.forgotten.none')}</p>
      </Details>
      {damaged.map((other) => (
        <p class="govuk-body" key={other}>
          <Button kind="link" onPress={() => onRecover(other)}>
            {t(`recovery.from-lock.${other}`)}
          </Button>
        </p>
      ))}
      {KINDS.filter((each) => !state.kinds.includes(each) && !damaged.includes(each)).map(
        (other) => (
          <p class="govuk-body" key={other}>
            <Button kind="link" onPress={() => onSetUp(other)}>
              {t(`lock.set-up.${other}`)}
            </Button>
          </p>
        ),
      )}
    </div>
  );
}
