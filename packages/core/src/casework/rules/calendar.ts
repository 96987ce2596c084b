/**
 * The working calendar: bank holidays from a dated table, and the day on which the table ends. Nothing past its end is
 * known or guessed: a count that would go there reports that the table has run out.
 */
import * as v from 'valibot';
import { addDays, addWorkingDays, writtenDate } from '../../shared/dates.js';
import { PreventError } from '../../shared/errors.js';
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import { PlainDate } from '../../shared/primitives.js';
import shipped from '../data/bank-holiday.json' with { type: 'json' };

/** The statuses of code lists, and `derived`: worked out from the rules, not yet published. */
export const DAY_STATUSES = ['found', 'secondary', 'recalled', 'derived'] as const;

const Text = v.pipe(v.string(), v.minLength(1, 'Enter some text'), v.maxLength(500));

export const BankHolidayTable = v.strictObject({
  id: v.literal('bank-holiday'),
  title: Text,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'Use a version like 1.0.0')),
  status: v.picklist(DAY_STATUSES),
  source: Text,
  checkedOn: PlainDate,
  /** First and last civil day that the table covers. */
  from: PlainDate,
  to: PlainDate,
  days: v.array(v.strictObject({ on: PlainDate, name: Text, status: v.picklist(DAY_STATUSES) })),
});
export type BankHolidayTable = v.InferOutput<typeof BankHolidayTable>;

export interface WorkingCalendar {
  readonly table: BankHolidayTable;
  readonly holidays: ReadonlySet<string>;
}

/** The calendar of a table, or an issue for each thing wrong; `at` is the place in the data, `days.3.on`. */
export function checkCalendar(value: unknown): Result<WorkingCalendar> {
  const parsed = v.safeParse(BankHolidayTable, value);
  if (!parsed.success)
    return failed(
      ...parsed.issues.map((issue) => wrong(issue.message, v.getDotPath(issue) ?? undefined)),
    );
  const table = parsed.output;
  const issues: Issue[] = table.days.flatMap(({ on }, i) => {
    const before = table.days[i - 1]?.on ?? '';
    if (on <= before) return [wrong('Put the days in order, each of them once', `days.${i}.on`)];
    if (on < table.from || on > table.to)
      return [wrong('This day is outside the table’s first and last day', `days.${i}.on`)];
    return [];
  });
  if (table.from > table.to) issues.push(wrong('The last day is before the first', 'to'));
  if (issues.length > 0) return failed(...issues);
  return passed({ table, holidays: new Set(table.days.map(({ on }) => on)) });
}

/**
 * The calendar that ships, or that of the table supplied in its place: a force's table, given last, wins.
 *
 * @throws {PreventError} `CP_RECORD_INVALID` when something handed over is not a table of bank holidays
 */
export function workingCalendar(...tables: readonly unknown[]): WorkingCalendar {
  const checked = checkCalendar(tables.at(-1) ?? shipped);
  if (checked.ok) return checked.value;
  const [first] = checked.issues;
  throw new PreventError(
    'CP_RECORD_INVALID',
    `Not a table of bank holidays: ${first?.message ?? ''} (at ${first?.at ?? 'the top'})`,
  );
}

/** Says whether that day is a working day; an issue if the table does not cover it. */
export function isWorkingDay(on: PlainDate, calendar: WorkingCalendar): Result<boolean> {
  const out = runOut(on, calendar);
  return out ? failed(out) : passed(isWorking(on, calendar));
}

/**
 * The day that is `days` working days after `from`, which itself does not count. `from` may be a day off.
 *
 * @returns an issue if the count would begin before the table, or end after it
 * @throws {RangeError} when `days` is negative or not whole
 */
export function workingDayAfter(
  from: PlainDate,
  days: number,
  calendar: WorkingCalendar,
): Result<PlainDate> {
  const early = runOut(from, calendar);
  if (early) return failed(early);
  const day = addWorkingDays(from, days, calendar.holidays);
  const late = runOut(day, calendar);
  return late ? failed(late) : passed(day);
}

/** Working days after `from`, up to and including `to`; negative if `to` is earlier. */
export function workingDaysBetween(
  from: PlainDate,
  to: PlainDate,
  calendar: WorkingCalendar,
): Result<number> {
  const out = runOut(from, calendar) ?? runOut(to, calendar);
  if (out) return failed(out);
  const [first, last] = from <= to ? [from, to] : [to, from];
  let count = 0;
  for (let day = first; day < last; ) {
    day = addDays(day, 1);
    if (isWorking(day, calendar)) count += 1;
  }
  return passed(from <= to ? count : -count);
}

function isWorking(on: PlainDate, { holidays }: WorkingCalendar): boolean {
  const weekday = new Date(`${on}T00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(on);
}

function runOut(on: PlainDate, { table }: WorkingCalendar): Issue | undefined {
  if (on >= table.from && on <= table.to) return undefined;
  return {
    code: 'calendar-run-out',
    severity: 'error',
    message: `The table of bank holidays covers ${writtenDate(table.from)} to ${writtenDate(table.to)}, and this is outside it. Ask for a newer table, and count the working days by hand until then.`,
  };
}

function wrong(message: string, at?: string): Issue {
  return {
    code: 'calendar-invalid',
    severity: 'error',
    message,
    ...(at === undefined ? {} : { at }),
  };
}
