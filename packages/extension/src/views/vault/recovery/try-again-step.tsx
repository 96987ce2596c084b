import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';

/** Looks again; the unlock form appears by itself once there is something to unlock. */
export function TryAgainStep({ onTried }: { onTried: () => void }) {
  const { recovery } = useApp().services;
  const busy = useSignal(false);
  const isSame = useSignal(false);
  const look = async (): Promise<void> => {
    busy.value = true;
    isSame.value = false;
    await recovery.tryAgain().catch(() => undefined);
    busy.value = false;
    isSame.value = true;
    onTried();
  };
  return (
    <section>
      <h2 class="govuk-heading-m">{t('recovery.try-again')}</h2>
      <p class="govuk-body">{t('recovery.try-again.why')}</p>
      <Button busy={busy.value} onPress={() => void look()}>
        {t(busy.value ? 'recovery.try-again.looking' : 'recovery.try-again.look')}
      </Button>
      <p class="govuk-body" role="status">
        {isSame.value && t('recovery.try-again.same')}
      </p>
    </section>
  );
}
