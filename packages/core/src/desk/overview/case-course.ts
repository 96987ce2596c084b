/** The course of a case to date: its marks, its levels, and the records that have no place among them yet. */
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { type FindInstrument, type LevelStepOnRecord, levelOverTime } from './level-over-time.js';
import type { OwnRecords } from './own-records.js';
import { type CourseMark, courseMarks } from './so-far.js';

/**
 * Reasons why a record is in no picture. `to-come`: its day is after today. `no-date`: it was given, and no day is on
 * record. `no-attendance`: the day of a session has passed, and nobody recorded whether they came. `not-signed`: an
 * assessment that is not finished gives no level.
 */
export const UNDRAWN_REASONS = ['to-come', 'no-date', 'no-attendance', 'not-signed'] as const;
export type UndrawnReason = (typeof UNDRAWN_REASONS)[number];

export interface CaseCourse {
  /** Marks up to today, in the order of their days. */
  readonly course: readonly CourseMark[];
  /** Levels up to today, in the order of their days. */
  readonly levels: readonly LevelStepOnRecord[];
  readonly undrawn: Readonly<Record<UndrawnReason, number>>;
}

export function caseCourse(
  own: OwnRecords,
  today: PlainDate,
  findInstrument?: FindInstrument,
): CaseCourse {
  const marks = courseMarks(own);
  const levels = levelOverTime(own, findInstrument);
  const isPast = ({ on }: { readonly on: PlainDate }): boolean => on <= today;
  const course = marks.filter(isPast);
  const past = levels.filter(isPast);
  return {
    course,
    levels: past,
    undrawn: {
      'to-come': marks.length - course.length + levels.length - past.length,
      'no-date': own('order').filter(isGivenWithoutDay).length,
      'no-attendance': own('session').filter(
        ({ value }) => value.attendance === undefined && value.arrangedFor < today,
      ).length,
      'not-signed': own('assessment').filter(({ value }) => value.signedAt === undefined).length,
    },
  };
}

function isGivenWithoutDay({ value }: StoredRecord<'order'>): boolean {
  const { answer, givenOn } = value;
  return givenOn === undefined && answer !== undefined && answer !== 'not-given';
}
