import type { DiaryEntry, PlainDate } from '@cyber-prevent/core';
import { howFar, nearnessOf } from '../today/when.js';

/** How far off what is due is: its colour says no more than the words. */
export function DueCell({ due, today }: { due: DiaryEntry | undefined; today: PlainDate }) {
  if (!due) return null;
  return <span class={`cp-when cp-when--${nearnessOf(due, today)}`}>{howFar(due, today)}</span>;
}
