/** The furthest day for which something may be set, as dated data with a status: a later one is a slip of the year. */
import * as v from 'valibot';
import { CODE_LIST_STATUSES } from '../../codes/code-list.js';
import { calledFirst } from '../../record/ask-for.js';
import { newDays } from '../../record/day-rule.js';
import { DUE_HORIZON_IDS, type DueHorizonId, type FieldDescription } from '../../record/field.js';
import { addYears, writtenDate } from '../../shared/dates.js';
import type { Issue } from '../../shared/issue.js';
import { PlainDate } from '../../shared/primitives.js';
import shipped from '../data/due-horizon.json' with { type: 'json' };

const Text = v.pipe(v.string(), v.minLength(1));

export const DueHorizon = v.strictObject({
  id: v.picklist(DUE_HORIZON_IDS),
  years: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120)),
  /** The rule, as a sentence without a full stop: it is said to whoever goes beyond it. */
  words: Text,
  status: v.picklist(CODE_LIST_STATUSES),
  source: Text,
  checkedOn: PlainDate,
});
export type DueHorizon = v.InferOutput<typeof DueHorizon>;

export const DUE_HORIZONS: ReadonlyMap<DueHorizonId, DueHorizon> = new Map(
  v.parse(v.array(DueHorizon), shipped.horizons).map((each) => [each.id, each]),
);

/**
 * Issues of days that are set too far ahead. One that the record had before is left, so that a record which has such a
 * day can still be ended or corrected.
 */
export function farIssues(
  fields: readonly FieldDescription[],
  value: object,
  before: object | undefined,
  today: PlainDate,
): readonly Issue[] {
  return newDays(fields, value, before).flatMap(({ field, on, at }): readonly Issue[] => {
    const horizon = field.horizon && DUE_HORIZONS.get(field.horizon);
    return horizon ? tooFar(calledFirst(field), on, at, horizon, today) : [];
  });
}

/** The same of one day, for a form that asks for it outside its kind. */
export function reviewTooFar(
  called: string,
  on: PlainDate,
  at: string,
  today: PlainDate,
): readonly Issue[] {
  const horizon = DUE_HORIZONS.get('review');
  return horizon ? tooFar(called, on, at, horizon, today) : [];
}

function tooFar(
  called: string,
  on: PlainDate,
  at: string,
  { years, words }: DueHorizon,
  today: PlainDate,
): readonly Issue[] {
  const last = addYears(today, years);
  if (on <= last) return [];
  const message = `${called} must be on or before ${writtenDate(last)}. ${words}`;
  return [{ code: 'due-too-far', severity: 'error', message, at }];
}
