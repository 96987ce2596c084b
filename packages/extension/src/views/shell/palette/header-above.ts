/**
 * The header above the palette and the marking at the foot: in sight, and the header's buttons at hand for a mouse,
 * although the dialog covers the page.
 */
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Part of the window that the header keeps where it scrolls with the page: the choices need the rest. */
const MOST_OF_WINDOW = 0.4;

/** Tells the dialog how far the header and the foot reach into the window: they wrap with a larger text. */
export function useBelowHeader(dialog: RefObject<HTMLDialogElement | null>): void {
  useLayoutEffect(() => {
    const header = document.querySelector('.cp-shell__header');
    const foot = document.querySelector('.cp-shell__foot');
    const reach = (): number => Math.max(0, header?.getBoundingClientRect().bottom ?? 0);
    const place = (): void => {
      const { top, height } = foot?.getBoundingClientRect() ?? { top: innerHeight, height: 0 };
      const marking = Math.min(height, Math.max(0, innerHeight - top));
      dialog.current?.style.setProperty('--cp-header', `${reach()}px`);
      dialog.current?.style.setProperty('--cp-foot', `${marking}px`);
    };
    const over = reach() - innerHeight * MOST_OF_WINDOW;
    // The officer can scroll back to its buttons: the palette moves with it.
    if (header && over > 0 && getComputedStyle(header).position === 'static') scrollBy(0, over);
    place();
    // The foot moves when the page is read in behind the palette.
    const watched = new ResizeObserver(place);
    watched.observe(document.body);
    addEventListener('resize', place);
    addEventListener('scroll', place, { passive: true });
    return () => {
      watched.disconnect();
      removeEventListener('resize', place);
      removeEventListener('scroll', place);
    };
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
