/** The header above the palette: in sight, and its buttons at hand for a mouse, although the dialog covers the page. */
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Tells the dialog how far the header reaches into the window: it wraps with a larger text. */
export function useBelowHeader(dialog: RefObject<HTMLDialogElement | null>): void {
  useLayoutEffect(() => {
    const place = (): void => {
      const header = document.querySelector('.cp-shell__header');
      const bottom = Math.max(0, header?.getBoundingClientRect().bottom ?? 0);
      dialog.current?.style.setProperty('--cp-header', `${bottom}px`);
    };
    place();
    addEventListener('resize', place);
    return () => removeEventListener('resize', place);
  }, [dialog]);
}

/** The button of the header at the place of a press that the backdrop has taken; not the one that opens the palette. */
export function headerButtonAt({
  clientX,
  clientY,
}: Pick<MouseEvent, 'clientX' | 'clientY'>): HTMLElement | undefined {
  const buttons = document.querySelectorAll<HTMLElement>(
    '.cp-shell__header button:not([aria-haspopup])',
  );
  return [...buttons].find((button) => {
    const { left, right, top, bottom } = button.getBoundingClientRect();
    return clientX >= left && clientX < right && clientY >= top && clientY < bottom;
  });
}
