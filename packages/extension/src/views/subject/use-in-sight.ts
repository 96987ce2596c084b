import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** So much of a section, in pixels, is enough to see that it is there. */
const ENOUGH = 96;

/**
 * Brings a section into sight when another is shown in its place: in a panel it stands under the list of sections, where a
 * press would seem to do nothing. The focus stays on what was pressed.
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
