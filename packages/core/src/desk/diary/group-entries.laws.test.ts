import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DUE_ACTS, type DueAct } from '../../casework/act/due.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import { DIARY_STATES, type DiaryEntry, orderOf } from './diary-entry.js';
import { DIARY_GROUPINGS, groupEntries } from './group-entries.js';

const acts = Object.keys(DUE_ACTS) as DueAct[];
const entries = fc
  .array(
    fc.record({
      act: fc.constantFrom(...acts),
      about: fc.constantFrom<(RecordId | undefined)[]>('a' as RecordId, 'b' as RecordId, undefined),
      state: fc.constantFrom(...DIARY_STATES),
      danger: fc.constantFrom<Pick<DiaryEntry, 'isUrgent' | 'inDanger'>>(
        { isUrgent: false },
        { isUrgent: true },
        { isUrgent: true, inDanger: true },
      ),
      by: fc.constantFrom<(PlainDate | undefined)[]>('2026-11-30' as PlainDate, undefined),
    }),
    { maxLength: 12 },
  )
  .map((found) =>
    found
      .map(
        ({ about, by, danger, ...rest }, nth): DiaryEntry => ({
          id: `entry-${nth}`,
          what: DUE_ACTS[rest.act],
          kind: 'promise',
          record: `record-${nth}` as RecordId,
          why: '',
          ...rest,
          ...danger,
          ...(about === undefined ? {} : { about }),
          ...(by === undefined ? {} : { by }),
        }),
      )
      .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)),
  );
const grouping = fc.constantFrom(...DIARY_GROUPINGS);

describe('the groups of a diary', () => {
  it('have each entry once, and keep the order of the diary within each', () => {
    fc.assert(
      fc.property(entries, grouping, (all, by) => {
        const groups = groupEntries(all, by);
        expect(groups.flatMap((group) => group.entries).toSorted(byId)).toEqual(all.toSorted(byId));
        for (const { entries: own } of groups)
          expect(own).toEqual(all.filter((entry) => own.includes(entry)));
        expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
      }),
    );
  });

  it('have danger first, whatever else they are grouped by', () => {
    fc.assert(
      fc.property(entries, grouping, (all, by) => {
        const urgent = all.filter(({ isUrgent }) => isUrgent);
        const [first, ...others] = groupEntries(all, by);
        if (urgent.length > 0) expect(first).toMatchObject({ key: 'urgent', entries: urgent });
        for (const { entries: own } of urgent.length > 0 ? others : [])
          expect(own.some(({ isUrgent }) => isUrgent)).toBe(false);
      }),
    );
  });

  it('have somebody in immediate danger before all else, whenever it is due', () => {
    fc.assert(
      fc.property(entries, grouping, (all, by) => {
        const shown = groupEntries(all, by).flatMap((group) => group.entries);
        const isFirst = shown.map(({ inDanger }) => inDanger === true);
        expect(isFirst).toEqual(isFirst.toSorted((a, b) => Number(b) - Number(a)));
      }),
    );
  });

  it('are never of two people, and count what is overdue', () => {
    fc.assert(
      fc.property(entries, (all) => {
        for (const { key, about, entries: own, overdue } of groupEntries(all, 'person')) {
          if (key !== 'urgent')
            expect(new Set(own.map((entry) => entry.about))).toEqual(new Set([about]));
          expect(overdue).toBe(own.filter(({ state }) => state === 'overdue').length);
        }
      }),
    );
  });
});

function byId(a: DiaryEntry, b: DiaryEntry): number {
  return a.id.localeCompare(b.id);
}
