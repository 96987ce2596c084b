import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant, RecordId } from '../../shared/index.js';
import { AUDIT_ACTIONS, type LoggedEntry } from '../../store/index.js';
import { buildId } from '../../testing/fiction/builder.js';
import { chosenFromLog } from './access-log.js';

const PEOPLE = [buildId(), buildId(), buildId()] as const;
const OFFICERS = [buildId(), buildId()] as const;
const entry = fc.record({
  action: fc.constantFrom(...AUDIT_ACTIONS),
  records: fc.subarray<RecordId>([...PEOPLE]),
  fields: fc.constant([]),
  reason: fc.constant('case-work'),
  hour: fc.integer({ min: 0, max: 23 }),
  by: fc.constantFrom(...OFFICERS),
});
const moment = (hour: number) =>
  `2026-11-24T${String(hour).padStart(2, '0')}:00:00.000Z` as Instant;
const log = fc
  .array(entry, { maxLength: 40 })
  .map((entries): LoggedEntry[] =>
    entries
      .toSorted((a, b) => a.hour - b.hour)
      .map(({ hour, ...rest }) => ({ ...rest, at: moment(hour) })),
  );

describe('the log of a person, or of an officer', () => {
  it('has every entry that is theirs and fits, no other, the latest first', () => {
    fc.assert(
      fc.property(
        log,
        fc.oneof(
          fc.constantFrom(...OFFICERS).map((by) => ({ by })),
          fc.subarray<RecordId>([...PEOPLE]).map((ids) => ({ records: new Set(ids) })),
        ),
        fc.option(fc.constantFrom(...AUDIT_ACTIONS), { nil: undefined }),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 23 }),
        (entries, of, action, from, to) => {
          const chosen = chosenFromLog(entries, of, { action, from: moment(from), to: moment(to) });
          const rest = entries.filter((one) => !chosen.includes(one));
          const isTheirs = (one: LoggedEntry) =>
            'by' in of ? one.by === of.by : one.records.some((id) => of.records.has(id));
          const fits = (one: LoggedEntry) =>
            isTheirs(one) &&
            (action === undefined || one.action === action) &&
            one.at >= moment(from) &&
            one.at <= moment(to);
          expect(chosen.every(fits)).toBe(true);
          expect(rest.some(fits)).toBe(false);
          expect([...chosen].reverse()).toEqual(entries.filter(fits));
        },
      ),
    );
  });
});
