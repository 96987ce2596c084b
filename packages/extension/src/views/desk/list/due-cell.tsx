import type { DiaryEntry, PlainDate } from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';
import { howFar, nearnessOf, shortDay } from '../today/when.js';

interface DueCellProps {
  due: DiaryEntry | undefined;
  today: PlainDate;
  /** Says the day as well, where no column has it. */
  withDay?: boolean;
}

/** How far off what is due is: its colour says no more than the words. */
export function DueCell({ due, today, withDay = false }: DueCellProps) {
  if (!due) return null;
  const far = howFar(due, today);
  return (
    <span class={`cp-when cp-when--${nearnessOf(due, today)}`}>
      {withDay && due.by ? t('list.due.day', { far, day: shortDay(due.by, today) }) : far}
    </span>
  );
}
