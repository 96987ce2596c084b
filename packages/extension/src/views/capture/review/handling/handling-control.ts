/** Conditions of one reading in the open draft, and the ids of their controls. */
import type { CaptureOrigin, Draft, ReadingHandling, RecordId } from '@cyber-prevent/core';
import { NO_HANDLING } from '../../../act/handling-fields.js';

/** Id of the control that answers an issue about the conditions of a reading. */
export function handlingControl(origin: RecordId, name = 'packageReference'): string {
  return `handling-${origin}-${name}`;
}

/** Id of the line above the values. */
export function handlingLine(origin: RecordId): string {
  return `handling-line-${origin}`;
}

/** The conditions given with a reading; all empty if none. */
export function handlingOf({ handling }: Draft, { id }: CaptureOrigin): ReadingHandling {
  return handling?.find(({ origin }) => origin === id) ?? { origin: id, ...NO_HANDLING };
}

export function withHandling(draft: Draft, given: ReadingHandling): Draft {
  const others = (draft.handling ?? []).filter(({ origin }) => origin !== given.origin);
  return { ...draft, handling: [...others, given] };
}
