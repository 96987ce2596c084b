import type { DiaryEntry, PlainDate } from '@cyber-prevent/core';
import { dueWords } from './due-now.js';

/** By when, the overdue and the urgent in bold: the words say it too. */
export function DueText({ due, today }: { due: DiaryEntry; today: PlainDate }) {
  const words = dueWords(due, today);
  return due.state === 'overdue' || due.isUrgent ? <strong>{words}</strong> : <span>{words}</span>;
}
