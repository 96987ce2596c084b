/** Counts of what is overdue, and of what falls due today and on the days after it, in one line. */
import { addDays, isWorkingDay, type PlainDate, workingCalendar } from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';
import type { DiaryRead } from '../../../ports/diary-read.js';
import { shortDay } from './when.js';

const calendar = workingCalendar();
/** Days shown: today, and those after it that the diary has read and that are worked or have something due. */
const DAYS = 5;
const READ_AHEAD = 7;
/** Letters of the name of a day, which is all that a panel has room for. */
const NAME = 3;

export function WeekStrip({ diary }: { diary: DiaryRead }) {
  const { entries, today, counts } = diary;
  const days = daysFrom(today, new Set(entries.map(({ by }) => by))).map((on) => ({
    key: on,
    name: shortDay(on, today).slice(0, NAME),
    rest: shortDay(on, today).slice(NAME),
    count: entries.filter(({ by, state }) => (on === today ? state === 'due' : by === on)).length,
    isToday: on === today,
  }));
  const all = [
    {
      key: 'overdue',
      name: t('today.week.overdue'),
      rest: '',
      count: counts.overdue,
      isToday: false,
    },
    ...days,
  ];
  const most = Math.max(1, ...all.map(({ count }) => count));
  return (
    <ul class="cp-week" aria-label={t('today.week')}>
      {all.map(({ key, name, rest, count, isToday }) => (
        <li
          key={key}
          class={`cp-week__day${key === 'overdue' && count > 0 ? ' cp-week__day--over' : ''}`}
          aria-current={isToday ? 'date' : undefined}
        >
          <span class="cp-week__name">
            {name}
            <span class="cp-wide">{rest}</span>
          </span>{' '}
          <strong>{count}</strong>
          <span class="cp-week__bar" style={{ width: `${(count / most) * 100}%` }} />
        </li>
      ))}
    </ul>
  );
}

/**
 * Today, whatever day it is, then working days, and every day where the table of bank holidays has run out. Another day on
 * which something falls due stands among them: left out, it would be missing from the work of the week.
 */
function daysFrom(today: PlainDate, due: ReadonlySet<PlainDate | undefined>): readonly PlainDate[] {
  const days: PlainDate[] = [today];
  for (let ahead = 1; ahead <= READ_AHEAD && days.length < DAYS; ahead += 1) {
    const on = addDays(today, ahead);
    const isWorking = isWorkingDay(on, calendar);
    if (!isWorking.ok || isWorking.value || due.has(on)) days.push(on);
  }
  return days;
}
