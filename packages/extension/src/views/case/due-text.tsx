import type { DiaryEntry, PlainDate } from '@cyber-prevent/core';
import { dueWords } from '../desk/today/when.js';

export interface DueTextProps {
  due: DiaryEntry | undefined;
  today: PlainDate;
}

/** Due day, in bold if overdue or urgent: the words say so too. */
export function DueText({ due, today }: DueTextProps) {
  if (!due) return null;
  const words = dueWords(due, today);
  return due.state === 'overdue' || due.isUrgent ? <strong>{words}</strong> : <span>{words}</span>;
}
