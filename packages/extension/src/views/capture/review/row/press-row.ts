import type { DraftRow } from '@cyber-prevent/core';

/** Presses the row's own button, so that key and pointer do the same. */
export function presses(button: 'take-corrected' | 'why'): (row: DraftRow) => void {
  return ({ id }) =>
    document
      .querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"] .cp-decision--${button}`)
      ?.click();
}
