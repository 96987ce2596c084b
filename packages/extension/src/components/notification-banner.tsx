import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../locales/translate.js';

export interface NotificationBannerProps {
  /** `success` says what was just done and takes the focus, so that a screen reader reads it; `important` does not. */
  kind?: 'success' | 'important' | undefined;
  heading: string;
  children?: ComponentChildren;
}

export function NotificationBanner({
  kind = 'important',
  heading,
  children,
}: NotificationBannerProps) {
  const titleId = useId();
  const box = useRef<HTMLElement>(null);
  const success = kind === 'success';
  useLayoutEffect(() => {
    if (success) box.current?.focus();
  }, [success, heading]);
  return (
    <section
      ref={box}
      class={`govuk-notification-banner${success ? ' govuk-notification-banner--success' : ''}`}
      role={success ? 'alert' : undefined}
      aria-labelledby={titleId}
      tabIndex={success ? -1 : undefined}
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id={titleId}>
          {success ? t('common.success') : t('common.important')}
        </h2>
      </div>
      <div class="govuk-notification-banner__content">
        <p class="govuk-notification-banner__heading">{heading}</p>
        {children}
      </div>
    </section>
  );
}
