import { useSignal } from '@preact/signals';
import { Button } from '../../../components/button.js';
import { Checkbox } from '../../../components/checkboxes.js';
import { t } from '../../../locales/late.js';

const AWAY = 'cp-first-run-away';

/** A file of the key beside the vault would open it to anybody at this computer: the officer says that it goes away. */
export function SaveKeyPanel({ onSave }: { onSave: () => void }) {
  const isAway = useSignal(false);
  const error = useSignal<string | undefined>(undefined);
  return (
    <>
      <Checkbox
        id={AWAY}
        label={t('first-run.recovery.away')}
        hint={t('first-run.recovery.away.hint')}
        error={error.value}
        checked={isAway.value}
        onChecked={(checked) => {
          isAway.value = checked;
          error.value = undefined;
        }}
      />
      <Button
        kind="secondary"
        onPress={() => {
          error.value = isAway.value ? undefined : t('first-run.recovery.away.missing');
          if (isAway.value) onSave();
        }}
      >
        {t('first-run.recovery.save.go')}
      </Button>
    </>
  );
}
