/** A vault that cannot be opened in full: the damage and the options, a fresh start last of all. */
import type { Signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import type { VaultDamage, VaultKind } from '../../../ports/services.js';
import { type Offer, offersFor, type Settled } from './offers.js';
import { RecoverStep } from './recover-step.js';
import { RestoreStep } from './restore-step.js';
import { StartFreshStep } from './start-fresh-step.js';
import { TryAgainStep } from './try-again-step.js';

export interface RecoveryViewProps {
  damage: VaultDamage;
  /** Options tried or ruled out. Outlives the screen, since another look may show the unlock form in between. */
  settled: Signal<Settled>;
  /** Goes to the screen that restores a backup, if there is one. */
  onRestore?: (() => void) | undefined;
  /** Goes to the unlock form of the other vault. */
  onBack?: (() => void) | undefined;
  /** Set if the vault of the other kind is damaged as well. */
  other?: { readonly damage: VaultDamage; readonly onShow: () => void } | undefined;
}

export function RecoveryView({ damage, settled, onRestore, onBack, other }: RecoveryViewProps) {
  const { router } = useApp();
  // The previous screen may be gone, and its focused element with it.
  useLayoutEffect(() => {
    if (document.activeElement === document.body || router.takeFocus())
      document.querySelector<HTMLElement>('main h1')?.focus();
  }, [router]);
  const settle = (offer: Offer, isSettled: boolean): void => {
    const next = new Set(settled.value);
    if (isSettled) next.add(offer);
    else next.delete(offer);
    settled.value = next;
  };
  const { shown, toSettle } = offersFor(settled.value, onRestore !== undefined);
  return (
    <div class="cp-read">
      <PageHeading>{t(`recovery.title.${damage.kind}`)}</PageHeading>
      <p class="govuk-body">{damage.message}</p>
      <p class="govuk-body">{t('recovery.nothing-deleted')}</p>
      <p class="govuk-body">{t('recovery.order')}</p>
      <ol class="govuk-list govuk-list--number">
        {shown.map((offer) => (
          <li key={offer}>
            <Step
              offer={offer}
              kind={damage.kind}
              isSettled={settled.value.has(offer)}
              onSettled={(isSettled) => settle(offer, isSettled)}
              toSettle={toSettle}
              onRestore={() => onRestore?.()}
            />
          </li>
        ))}
      </ol>
      {other && (
        <p class="govuk-body">
          <Button kind="link" onPress={other.onShow}>
            {t(`recovery.other.${other.damage.kind}`)}
          </Button>
        </p>
      )}
      {onBack && (
        <p class="govuk-body">
          <Button kind="link" onPress={onBack}>
            {t('recovery.back')}
          </Button>
        </p>
      )}
    </div>
  );
}

interface StepProps {
  offer: Offer;
  kind: VaultKind;
  isSettled: boolean;
  onSettled: (isSettled: boolean) => void;
  toSettle: readonly Offer[];
  onRestore: () => void;
}

function Step(props: StepProps) {
  switch (props.offer) {
    case 'try-again':
      return <TryAgainStep onTried={() => props.onSettled(true)} />;
    case 'recover':
      return <RecoverStep {...props} />;
    case 'restore':
      return <RestoreStep {...props} />;
    case 'fresh':
      return <StartFreshStep {...props} />;
  }
}
