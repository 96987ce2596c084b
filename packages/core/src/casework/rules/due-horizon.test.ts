import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DUE_HORIZON_IDS, type FieldDescription } from '../../record/field.js';
import { fieldsOf, RECORD_KINDS } from '../../record/kind.js';
import { addDays, addYears } from '../../shared/dates.js';
import type { PlainDate } from '../../shared/primitives.js';
import { DUE_HORIZONS, farIssues } from './due-horizon.js';

const TODAY = '2026-11-24' as PlainDate;

/** Days of an end, an answer or a notice: the act that sets each refuses one to come, or it ends what began before. */
const NEVER_SET_AHEAD: ReadonlySet<string> = new Set([
  'acknowledgedOn',
  'advisedOn',
  'answeredOn',
  'askedOn',
  'certifiedOn',
  'closedOn',
  'comparedOn',
  'date',
  'decidedOn',
  'disclosedOn',
  'doneOn',
  'endedOn',
  'givenOn',
  'happenedOn',
  'lookedOn',
  'interviewOn',
  'liftedOn',
  'madeOn',
  'notedOn',
  'outcomeOn',
  'proposedOn',
  'refusedOn',
  'repliedOn',
  'reviewedOn',
  'settledOn',
  'takenOutOn',
  'toldOn',
  'until',
  'withdrawnOn',
]);

const days = (fields: readonly FieldDescription[]): readonly FieldDescription[] =>
  fields.flatMap((field) => [
    ...(field.input === 'date' ? [field] : []),
    ...(field.fields ? days(field.fields) : []),
  ]);

it('has a horizon for every day that may be to come, and calls no figure official', () => {
  expect([...DUE_HORIZONS.keys()].sort()).toEqual([...DUE_HORIZON_IDS].sort());
  expect([...DUE_HORIZONS.values()].every(({ status }) => status === 'proposed')).toBe(true);
  const open = RECORD_KINDS.flatMap((kind) =>
    days(fieldsOf(kind))
      .filter(({ hasCome, horizon, set }) => !hasCome && !horizon && !set)
      .map(({ name }) => `${kind}.${name}`)
      .filter((path) => !NEVER_SET_AHEAD.has(path.split('.')[1] ?? '')),
  );
  expect(open).toEqual([]);
});

it('takes the last day of the horizon, and refuses every later one with that day', () => {
  const fields = fieldsOf('plan');
  const last = addYears(TODAY, DUE_HORIZONS.get('review')?.years ?? 0);
  fc.assert(
    fc.property(fc.integer({ min: -900, max: 365_000 }), (after) => {
      const reviewDueOn = addDays(last, after);
      const issues = farIssues(fields, { reviewDueOn }, undefined, TODAY);
      expect(issues.length > 0).toBe(after > 0);
      for (const issue of issues)
        expect(issue).toMatchObject({
          code: 'due-too-far',
          at: 'reviewDueOn',
          message: expect.stringContaining('on or before 24 November 2028'),
        });
    }),
  );
});

it('leaves a day that the record had before, and judges one in a list by itself', () => {
  const action = { what: 'Ring the school', owner: 'DC Vael' };
  const far = { actions: [{ ...action, dueOn: '3027-01-08' }] };
  const issues = farIssues(fieldsOf('panel'), far, undefined, TODAY);
  expect(issues.map(({ code, at }) => `${code} ${at}`)).toEqual(['due-too-far actions.0.dueOn']);
  const moved = { actions: [{ ...action, dueOn: '2027-01-08' }, ...far.actions] };
  expect(farIssues(fieldsOf('panel'), moved, far, TODAY)).toEqual([]);
});
