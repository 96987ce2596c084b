/**
 * A case as a picture draws it: marks of one day as one, levels as spans of days, pages read and details noted folded
 * together. Every value is one that a record has; nothing is guessed between two days.
 */
import { addDays } from '../../shared/dates.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import { filterTimeline, type TimelineEntry, type TimelineFilter } from '../case/timeline.js';
import type { CaseCourse } from './case-course.js';
import type { LevelStepOnRecord } from './level-over-time.js';
import type { CourseMark, CourseMarkKind } from './so-far.js';

export interface PictureMark {
  readonly on: PlainDate;
  readonly mark: CourseMarkKind;
  /** One record or more of that day. */
  readonly records: readonly RecordId[];
}

/** The level from one day until the next step, or until the end of the picture. */
export interface LevelSpan {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Absent while no assessment had been signed. */
  readonly step?: LevelStepOnRecord;
}

/** Pages read and details noted from the first day to the last, both counted. */
export interface FoldedDays {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly count: number;
}

export interface CasePicture {
  /** The first day that has anything, or the first that was asked for. */
  readonly from: PlainDate;
  /** Today, or the last day that was asked for. */
  readonly to: PlainDate;
  readonly marks: readonly PictureMark[];
  /** Absent if assessments were not asked for. One span follows the other without a gap. */
  readonly levels?: readonly LevelSpan[];
  readonly folded: readonly FoldedDays[];
}

export interface PictureContext extends TimelineFilter {
  readonly today: PlainDate;
  /** The pages read and details noted are folded into at most about as many parts. */
  readonly mostFolds: number;
}

/**
 * Returns the picture of the days and kinds that are asked for; undefined if there is nothing to draw in them.
 *
 * @param course - the marks and levels of the case, from `caseOverview`
 * @param entries - the chronology, for the pages read and details noted; empty to leave them out
 */
export function casePicture(
  { course, levels }: Pick<CaseCourse, 'course' | 'levels'>,
  entries: readonly TimelineEntry[],
  { today, mostFolds, kinds = [], ...days }: PictureContext,
): CasePicture | undefined {
  const to = days.to !== undefined && days.to < today ? days.to : today;
  const isWithin = (on: PlainDate): boolean =>
    on <= to && (days.from === undefined || on >= days.from);
  const marks = course.filter(
    ({ on, kind }) => isWithin(on) && (kinds.length === 0 || kinds.includes(kind)),
  );
  const notings = filterTimeline(entries, { kinds, from: days.from, to })
    .filter(({ isNoting }) => isNoting)
    .map(({ on }) => on)
    .toSorted();
  const hasLevels = kinds.length === 0 || kinds.includes('assessment');
  const steps = hasLevels ? stepsWithin(levels, days.from, to) : [];
  const [from] = [...marks.map(({ on }) => on), ...steps.map(({ on }) => on), ...notings]
    .map((on) => (days.from !== undefined && on < days.from ? days.from : on))
    .toSorted();
  if (from === undefined || from > to) return undefined;
  return {
    from,
    to,
    marks: marksByDay(marks),
    ...(hasLevels ? { levels: spansOf(steps, from, to) } : {}),
    folded: foldDays(notings, Math.ceil(daysBetween(from, to) / mostFolds)),
  };
}

/** The last step of each day up to the last, from the one that was in force on the first. */
function stepsWithin(
  levels: readonly LevelStepOnRecord[],
  first: PlainDate | undefined,
  last: PlainDate,
): readonly LevelStepOnRecord[] {
  const steps = levels.filter(({ on }, nth) => on <= last && (levels[nth + 1]?.on ?? '') !== on);
  if (first === undefined) return steps;
  return steps.filter((_, nth) => {
    const next = steps[nth + 1];
    return next === undefined || next.on > first;
  });
}

function spansOf(
  steps: readonly LevelStepOnRecord[],
  from: PlainDate,
  to: PlainDate,
): readonly LevelSpan[] {
  const spans = steps.map((step, nth): LevelSpan => {
    const starts = step.on < from ? from : step.on;
    return { from: starts, to: steps[nth + 1]?.on ?? to, step };
  });
  const first = spans[0]?.from ?? to;
  return first > from || spans.length === 0 ? [{ from, to: first }, ...spans] : spans;
}

function marksByDay(course: readonly CourseMark[]): readonly PictureMark[] {
  const found = new Map<string, PictureMark & { readonly records: RecordId[] }>();
  for (const { on, mark, record } of course) {
    const key = `${on} ${mark}`;
    const ofDay = found.get(key);
    if (ofDay) ofDay.records.push(record);
    else found.set(key, { on, mark, records: [record] });
  }
  return [...found.values()];
}

/** @param width - in days: parts begin at least as many apart */
function foldDays(notings: readonly PlainDate[], width: number): readonly FoldedDays[] {
  const folded: FoldedDays[] = [];
  for (const on of notings) {
    const last = folded.at(-1);
    if (last && on < addDays(last.from, Math.max(1, width)))
      folded[folded.length - 1] = { ...last, to: on, count: last.count + 1 };
    else folded.push({ from: on, to: on, count: 1 });
  }
  return folded;
}

const DAY_MS = 86_400_000;

function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
