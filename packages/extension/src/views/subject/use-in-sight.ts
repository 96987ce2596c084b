import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Pixels of a section that are enough to notice it. */
const ENOUGH = 96;

/**
 * Scrolls a section into sight when it replaces another: in a panel it is under the list of sections, where a press
 * would seem to do nothing. The focus stays on the pressed button.
 */
export function useInSight(shown: string | undefined): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null);
  const before = useRef(shown);
  useLayoutEffect(() => {
    const { current } = element;
    const isAnother = before.current !== shown;
    before.current = shown;
    if (!current || !isAnother) return;
    const { top } = current.getBoundingClientRect();
    if (top + ENOUGH > current.ownerDocument.documentElement.clientHeight)
      current.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  return element;
}
