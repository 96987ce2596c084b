import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../components/button.js';
import { t } from '../../locales/translate.js';

export interface EmergencyProps {
  /** True if asked for by key or button: it says why nothing can be recorded now, and takes the focus. */
  isAlert?: boolean;
  onClose?: () => void;
}

/** 999 and the people to inform, while the vault is not open. A child in danger comes first. */
export function Emergency({ isAlert, onClose }: EmergencyProps) {
  const box = useRef<HTMLElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    if (isAlert) box.current?.focus();
  }, [isAlert]);
  return (
    <section
      ref={box}
      class={`cp-emergency cp-no-print${isAlert ? ' cp-emergency--alert' : ''}`}
      aria-labelledby={titleId}
      role={isAlert ? 'alert' : undefined}
      tabIndex={-1}
    >
      <h2 id={titleId} class="govuk-heading-s">
        {t('shell.emergency.title')}
      </h2>
      <p class="govuk-body">
        <strong>{t('shell.emergency.call')}</strong>
      </p>
      <p class="govuk-body">{t('shell.emergency.tell')}</p>
      {isAlert && <p class="govuk-body">{t('shell.emergency.locked')}</p>}
      {onClose && (
        <Button kind="secondary" onPress={onClose}>
          {t('shell.emergency.close')}
        </Button>
      )}
    </section>
  );
}
