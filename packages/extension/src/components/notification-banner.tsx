import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../locales/translate.js';

export interface NotificationBannerProps {
  kind?: 'success' | 'important' | undefined;
  heading: string;
  /** Message that answers a press: each new one takes the focus, as a success does, so that it is read aloud. */
  said?: unknown;
  children?: ComponentChildren;
}

export function NotificationBanner({
  kind = 'important',
  heading,
  said,
  children,
}: NotificationBannerProps) {
  const titleId = useId();
  const box = useRef<HTMLElement>(null);
  const success = kind === 'success';
  const isAnswer = success || said !== undefined;
  useLayoutEffect(() => {
    if (isAnswer) box.current?.focus();
  }, [isAnswer, heading, said]);
  return (
    <section
      ref={box}
      class={`govuk-notification-banner${success ? ' govuk-notification-banner--success' : ''}`}
      role={isAnswer ? 'alert' : undefined}
      aria-labelledby={titleId}
      tabIndex={isAnswer ? -1 : undefined}
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
