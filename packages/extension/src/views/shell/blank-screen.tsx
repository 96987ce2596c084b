/** A blank screen, until a key is pressed. The content is removed from the page, not covered. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../locales/translate.js';

export function BlankScreen({ onWake }: { onWake: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Lets a screen reader say that the screen is blank.
  useLayoutEffect(() => heading.current?.focus(), []);
  useLayoutEffect(() => {
    const wake = (event: Event): void => {
      // The key that blanked it may still be down.
      if (event instanceof KeyboardEvent && event.repeat) return;
      event.preventDefault();
      onWake();
    };
    document.addEventListener('keydown', wake);
    document.addEventListener('pointerdown', wake);
    return () => {
      document.removeEventListener('keydown', wake);
      document.removeEventListener('pointerdown', wake);
    };
  }, [onWake]);
  return (
    <main>
      <h1 ref={heading} class="govuk-visually-hidden" tabIndex={-1}>
        {t('shell.blank')}
      </h1>
    </main>
  );
}
