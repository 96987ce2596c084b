/** Reference of the force's appropriate policy document: entered where it is missing, or in the settings. */
import { useSignal } from '@preact/signals';
import { useApp, useOpenVault } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { TextInput } from '../../../components/text-input.js';
import { t } from '../../../locales/late.js';

export interface PolicyReferenceProps {
  /** True if it may be left empty, which removes it. */
  mayBeEmpty?: boolean;
}

/** Must be inside a form. Enter saves the reference and does not send that form. */
export function PolicyReference({ mayBeEmpty = false }: PolicyReferenceProps) {
  const { vault } = useApp().services;
  const { policyReference = '' } = useOpenVault().officer;
  const typed = useSignal(policyReference);
  const error = useSignal<string | undefined>(undefined);
  const done = useSignal('');
  const busy = useSignal(false);

  const save = async (): Promise<void> => {
    if (busy.value) return;
    done.value = '';
    error.value = undefined;
    const reference = typed.value.trim();
    if (reference === '' && !mayBeEmpty) {
      error.value = t('settings.policy.missing');
      return;
    }
    busy.value = true;
    const result = await vault.enterPolicy(reference).catch(() => undefined);
    busy.value = false;
    if (result?.ok) done.value = t(reference ? 'settings.policy.saved' : 'settings.policy.removed');
    else error.value = result?.issues[0]?.message ?? t('settings.no-answer');
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in the box below keeps the reference; nothing is pressed here
    <div
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        label={t('settings.policy.reference')}
        hint={t(mayBeEmpty ? 'settings.policy.hint-empty' : 'settings.policy.hint')}
        error={error.value}
        value={typed.value}
        onValue={(value) => {
          typed.value = value;
        }}
      />
      <Button kind="secondary" busy={busy.value} onPress={() => void save()}>
        {t('settings.policy.save')}
      </Button>
      <p class="govuk-body" role="status">
        {done.value}
      </p>
    </div>
  );
}
