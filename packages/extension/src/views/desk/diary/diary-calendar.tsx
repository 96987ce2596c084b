/** A week or a month beside the list of the diary: how much falls due on each day. A press on a day shows it alone. */
import { type DiaryEntry, type PlainDate, writtenDate } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { useKeyHints, useKeys } from '../../../app/keys/use-keys.js';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import { OneOf } from '../list/one-of.js';
import { useKeptChoice } from '../list/use-kept-choice.js';
import { shortDay, writtenDay } from '../today/when.js';
import { CALENDARS, isSameMonth, movedBy, weeksOf } from './calendar-days.js';

export interface DiaryCalendarProps {
  entries: readonly DiaryEntry[];
  today: PlainDate;
  /** The day that is shown alone. */
  day: PlainDate | undefined;
  onDay: (day: PlainDate | undefined) => void;
}

const MOVES = ['before', 'now', 'after'] as const;
/** Letters of the name of a day. */
const NAME = 3;

export function DiaryCalendar({ entries, today, day, onDay }: DiaryCalendarProps) {
  const [calendar, setCalendar] = useKeptChoice('list-calendar/diary', CALENDARS);
  const around = useSignal(today);
  /** Only a panel folds it. */
  const isOpen = useSignal(false);
  const body = useId();
  const hint = useKeyHints();
  const moves = (to: () => PlainDate) => (): void => {
    around.value = to();
    // A key shows what it does in a panel too.
    isOpen.value = true;
  };
  const move = {
    before: moves(() => movedBy(calendar, around.value, -1)),
    now: moves(() => today),
    after: moves(() => movedBy(calendar, around.value, 1)),
  };
  useKeys(undefined, {
    'days-before': move.before,
    'days-now': move.now,
    'days-after': move.after,
  });
  const counts = new Map<PlainDate, number>();
  for (const { by } of entries) if (by !== undefined) counts.set(by, (counts.get(by) ?? 0) + 1);
  const weeks = weeksOf(calendar, around.value);
  const [first = today] = weeks[0] ?? [];
  const title =
    calendar === 'week'
      ? t('diary.week', { date: writtenDate(first) })
      : writtenDate(around.value).split(' ').slice(1).join(' ');
  return (
    <section class="cp-calendar cp-no-print" aria-label={t('diary.calendar')}>
      <button
        type="button"
        class="cp-link-button cp-calendar__fold"
        aria-expanded={isOpen.value}
        aria-controls={body}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        {t('diary.calendar')}
      </button>
      <div id={body} class={`cp-calendar__body${isOpen.value ? '' : ' cp-calendar__body--folded'}`}>
        <div class="cp-calendar__head">
          <OneOf
            label={t('diary.calendar.show')}
            choices={CALENDARS}
            words={(each) => t(`diary.calendar.${each}`)}
            chosen={calendar}
            onChosen={setCalendar}
          />
          {MOVES.map((way) => (
            <Button key={way} kind="link" keyHint={hint(`days-${way}`)} onPress={move[way]}>
              {t(`diary.calendar.${calendar}.${way}`)}
            </Button>
          ))}
        </div>
        <table class="cp-calendar__table">
          <caption aria-live="polite">{title}</caption>
          <thead>
            <tr>
              {weeks[0]?.map((each) => (
                <th key={each} scope="col">
                  {shortDay(each, today).slice(0, NAME)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week[0]}>
                {week.map((each) => {
                  const count = counts.get(each) ?? 0;
                  const isOther = calendar === 'month' && !isSameMonth(each, around.value);
                  return (
                    <td key={each} class={isOther ? 'cp-calendar__other' : undefined}>
                      <button
                        type="button"
                        class={`cp-calendar__day${count > 0 && each < today ? ' cp-calendar__day--over' : ''}`}
                        aria-pressed={each === day}
                        aria-current={each === today ? 'date' : undefined}
                        aria-label={t('diary.calendar.day', { date: writtenDay(each), count })}
                        onClick={() => onDay(each === day ? undefined : each)}
                      >
                        <span>{Number(each.slice(8))}</span>
                        <strong>{count > 0 ? count : ''}</strong>
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
