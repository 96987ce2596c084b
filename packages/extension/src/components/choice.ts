/** One option for radios, checkboxes and selects; and the options that a code list offers on a day. */
import { type CodeLists, codesInForce, type PlainDate } from '@cyber-prevent/core';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

/** Codes that may be chosen on that day, in the list's own order. */
export function choicesOf(lists: CodeLists, listId: string, on: PlainDate): readonly Choice[] {
  return codesInForce(lists, listId, on).map(({ code, label, hint }) => ({
    value: code,
    label,
    hint,
  }));
}
