import type { PersonDetail } from '@cyber-prevent/core';
import { useLayoutEffect } from 'preact/hooks';

/** Id of the label of a detail on a person's page. */
export const detailId = (detail: PersonDetail): string => `subject-detail-${detail}`;

/**
 * Moves the focus to the detail that the route asks for, from the heading that has it on a new screen. If the officer has
 * moved it since, it stays there.
 */
export function useAskedDetail(detail: PersonDetail | undefined): void {
  useLayoutEffect(() => {
    if (detail !== undefined && document.activeElement?.localName === 'h1')
      document.getElementById(detailId(detail))?.focus();
  }, [detail]);
}
