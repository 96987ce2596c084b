import type { JSX } from 'preact';

const ARROWS = {
  up: 'M1 7 5 1l4 6Z',
  down: 'M1 7 5 13l4-6Z',
  both: 'M1 6 5 0l4 6ZM1 8l4 6 4-6Z',
} as const;

/**
 * Drawn as SVG: most fonts lack such signs, and the first list would wait while the browser finds one that has them.
 */
export function SortArrow({ way }: { readonly way: keyof typeof ARROWS }): JSX.Element {
  return (
    <svg class="cp-list__arrow" viewBox="0 0 10 14" aria-hidden="true" focusable="false">
      <path d={ARROWS[way]} />
    </svg>
  );
}
