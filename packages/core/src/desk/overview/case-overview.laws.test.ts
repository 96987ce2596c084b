/** Laws of every overview, for any records: nobody else's facts, whatever the order, and nothing that is not on record. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { workingCalendar } from '../../casework/rules/calendar.js';
import { gatherCodeLists } from '../../codes/index.js';
import { RECORD_KINDS, RECORD_SCHEMAS, type RecordKind } from '../../record/kind.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Overrides } from '../../testing/fiction/builder.js';
import { heldRecord } from '../../testing/held-under-test.js';
import { diary } from '../diary/diary.js';
import { caseOverview, type OverviewContext } from './case-overview.js';

const context: OverviewContext = {
  today: '2026-11-24' as PlainDate,
  calendar: workingCalendar(),
  lists: gatherCodeLists(),
};
const [mine, other] = [heldRecord('subject'), heldRecord('subject', { name: 'Wren Quill' })];
const ABOUT = RECORD_KINDS.filter((kind) =>
  Object.hasOwn(RECORD_SCHEMAS[kind].entries, 'subjectId'),
);

function about(kind: RecordKind, subjectId: RecordId): StoredRecord {
  return heldRecord(kind, { subjectId } as object as Overrides<RecordKind>);
}

const kinds = fc.array(fc.constantFrom(...ABOUT), { maxLength: 25 });
const overviewOf = (records: readonly StoredRecord[]) => caseOverview(records, mine.id, context);

it('has nothing of anybody else, whatever is recorded of them', () => {
  fc.assert(
    fc.property(kinds, kinds, (own, others) => {
      const ownRecords = [mine, ...own.map((kind) => about(kind, mine.id))];
      const otherRecords = [
        other,
        heldRecord('referrer', { name: 'Somebody else' }),
        ...others.map((kind) => about(kind, other.id)),
      ];
      expect(overviewOf([...otherRecords, ...ownRecords])).toEqual(overviewOf(ownRecords));
    }),
    { numRuns: 150 },
  );
});

it('is the same in whatever order the records come', () => {
  fc.assert(
    fc.property(kinds, fc.infiniteStream(fc.nat()), (own, places) => {
      const records = [mine, ...own.map((kind) => about(kind, mine.id))];
      const mixed = records
        .map((record) => ({ record, place: places.next().value ?? 0 }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ record }) => record);
      expect(overviewOf(mixed)).toEqual(overviewOf(records));
    }),
    { numRuns: 150 },
  );
});

it('names only records that are there, and has due what the diary has due', () => {
  fc.assert(
    fc.property(kinds, (own) => {
      const records = [mine, ...own.map((kind) => about(kind, mine.id))];
      const ids = new Set(records.map(({ id }) => id));
      const found = overviewOf(records);
      const named = [
        found?.whyHere?.referral,
        found?.whyHere?.decision,
        found?.contacts.last,
        found?.plan?.plan,
        ...(found?.levels ?? []).map(({ assessment }) => assessment),
        ...(found?.people ?? []).map(({ record }) => record),
        ...(found?.openConcerns ?? []),
      ].flatMap((record) => record?.id ?? []);
      for (const id of [...named, ...(found?.course ?? []).map(({ record }) => record)])
        expect(ids).toContain(id);
      const due = diary(records, context).entries.filter((entry) => entry.about === mine.id);
      expect(found?.due).toEqual(due);
    }),
    { numRuns: 150 },
  );
});
