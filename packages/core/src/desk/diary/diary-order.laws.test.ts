/** Laws of the records that the diary is folded from at an opening, for any records before and after. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINK_FIELDS } from '../../casework/act/due.js';
import { workingCalendar } from '../../casework/rules/calendar.js';
import { gatherTriggers } from '../../casework/rules/trigger.js';
import { gatherCodeLists } from '../../codes/index.js';
import { fieldsOf, RECORD_KINDS, RECORD_SCHEMAS, type RecordKind } from '../../record/kind.js';
import { addDays } from '../../shared/dates.js';
import type { Instant, PlainDate, RecordId } from '../../shared/index.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Revision } from '../../store/log/revision.js';
import { buildId, buildRecord, type Overrides } from '../../testing/fiction/builder.js';
import { diary } from './diary.js';
import { diaryOrder } from './diary-order.js';

const lists = gatherCodeLists();
const calendar = workingCalendar();
const shipped = gatherTriggers(lists);
/** Counts the kinds that no shipped trigger counts, in addition to the shipped triggers. */
const [first] = shipped;
const triggers = [
  ...shipped,
  ...(first
    ? [
        {
          ...first,
          id: 'told-twice',
          withinDays: 400,
          when: [{ kind: 'telling', day: 'on', count: 2 }],
        },
        {
          ...first,
          id: 'met-twice',
          withinDays: 20,
          when: [
            { kind: 'intervention', day: 'heldOn', count: 2, where: { mode: ['in-person'] } },
            { kind: 'decision', day: 'decidedOn', count: 1, where: { outcome: ['accept'] } },
          ],
        },
      ]
    : []),
];
const officer = buildId();
const order = diaryOrder(triggers);
const fold = (records: readonly StoredRecord[], today: PlainDate, by = triggers) =>
  diary(records, { today, calendar, lists, triggers: by, officer });
const chosenOf = (records: readonly StoredRecord[], by = order) => {
  const ids = by.choose(records);
  return records.filter(({ id }) => ids.has(id));
};

const ids = Array.from({ length: 6 }, () => buildId());
const anyId = fc.constantFrom(...ids);
const anyOfTwo = fc.constantFrom(...ids.slice(0, 2));
const anyDay = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2026-01-05' as PlainDate, n));
const anyMoment = fc
  .integer({ min: 0, max: 600 * 86_400 })
  .map((seconds) => new Date(Date.UTC(2025, 8, 1) + seconds * 1000).toISOString() as Instant);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const has = (kind: RecordKind, field: string): boolean =>
  Object.hasOwn(RECORD_SCHEMAS[kind].entries, field);
/** Values for the fields of a kind: links tangled over a few ids, its days, moments and yes or no. */
const givenOf = (kind: RecordKind) => {
  const links = LINK_FIELDS.filter((field) => has(kind, field)).map((name) => [name, anyOfTwo]);
  const days = fieldsOf(kind).flatMap(({ name, input }) => {
    const given = input === 'date' ? anyDay : input === 'date-time' ? anyMoment : undefined;
    return given === undefined ? [] : [[name, given]];
  });
  const model: Record<string, fc.Arbitrary<string>> = Object.fromEntries([...links, ...days]);
  return fc.record(model, { requiredKeys: has(kind, 'subjectId') ? ['subjectId'] : [] });
};
/** Kinds that the retention of a case depends on, chosen more often than others. */
const OF_CASES = ['telling', 'intelligenceNote', 'retention', 'retentionReview'] as const;
const anyOther = fc
  .constantFrom<RecordKind[]>(...RECORD_KINDS, ...OF_CASES, ...OF_CASES)
  .chain((kind) =>
    fc.record({ id: anyId, given: givenOf(kind) }).map(({ id, given }) => ({
      kind,
      // A closed concern needs a reason.
      set: {
        ...given,
        id,
        ...(kind === 'safeguardingConcern' ? { closedWhy: 'A plan is in place.' } : {}),
      },
    })),
  );
const anyContact = fc
  .record({
    id: anyId,
    subjectId: anyOfTwo,
    heldOn: anyDay,
    followUpDueOn: maybe(anyDay),
    followsUp: maybe(anyId),
    corrects: maybe(anyId),
    outcome: fc.constantFrom('engaged', 'refused', 'not-present'),
    mode: fc.constantFrom('in-person', 'phone'),
  })
  .map((set) => ({ kind: 'intervention' as const, set }));
const anyReferral = fc
  .record({
    id: anyId,
    subjectId: anyOfTwo,
    receivedOn: anyDay,
    status: fc.constantFrom('received', 'accepted'),
  })
  .map((set) => ({ kind: 'referral' as const, set }));
const anyDecision = fc
  .record({
    id: anyId,
    subjectId: anyOfTwo,
    decidedOn: anyDay,
    outcome: fc.constantFrom('accept', 'decline', 'reviewed', 'close', 'reopen'),
  })
  .map((set) => ({ kind: 'decision' as const, set }));
const anySubject = fc
  .record({
    id: anyOfTwo,
    bornOn: maybe(fc.constantFrom('2008-06-14', '1999-03-02')),
    categories: maybe(fc.constant([{ category: 'suspected', from: '2026-01-05' }])),
  })
  .map(({ categories = [], ...set }) => ({
    kind: 'subject' as const,
    set: { ...set, categories },
  }));
/** Most have unique ids, so that many are stored at once; some keep theirs, and are named by others. */
const anyRecord: fc.Arbitrary<StoredRecord> = fc
  .record({
    what: fc.oneof(
      { weight: 6, arbitrary: anyContact },
      { weight: 2, arbitrary: anyReferral },
      { weight: 2, arbitrary: anyDecision },
      { weight: 5, arbitrary: anyOther },
      { weight: 2, arbitrary: anySubject },
    ),
    isNamed: fc.boolean(),
    at: anyMoment,
  })
  .map(({ what: { kind, set }, isNamed, at }) => {
    const id = isNamed || kind === 'subject' ? set.id : buildId();
    const value = buildRecord(kind, { ...set, id } as Overrides<RecordKind>);
    const more = { heads: [buildId()], sources: {}, createdAt: at, updatedAt: at };
    return { kind, id, value, ...more, updatedBy: officer };
  });
/** Only one record for each id, as in a store. */
const world = fc
  .array(anyRecord, { maxLength: 40, size: 'max' })
  .map((all) => [...new Map(all.map((record) => [record.id, record])).values()]);

/** The revision as in the store’s log: new, or a change of the record with that id. */
function revisionOf(
  record: StoredRecord,
  held: ReadonlyMap<RecordId, StoredRecord>,
  withdraw?: true,
): Revision {
  const before = held.get(record.id);
  return {
    kind: record.kind,
    record: record.id,
    parents: before?.heads ?? [],
    set: record.value,
    ...(withdraw ? { withdraw } : {}),
  } as unknown as Revision;
}

describe('what the diary is folded from at an opening', () => {
  it('comes, on any day, to the diary of all records', () => {
    fc.assert(
      fc.property(world, anyDay, (records, today) => {
        expect(fold(chosenOf(records), today)).toEqual(fold(records, today));
        const without = chosenOf(records, diaryOrder([]));
        expect(fold(without, today, [])).toEqual(fold(records, today, []));
      }),
      { numRuns: 300 },
    );
  });

  it('still does with whatever is saved after it, as long as it says so', () => {
    const anySave = fc.record({ record: anyRecord, withdraw: fc.boolean() });
    fc.assert(
      fc.property(world, fc.array(anySave, { maxLength: 8 }), anyDay, (records, saves, today) => {
        const all = new Map(records.map((each) => [each.id, each]));
        const enough = new Map(chosenOf(records).map((each) => [each.id, each]));
        for (const { record, withdraw } of saves) {
          const held = all.get(record.id);
          if (held && held.kind !== record.kind) continue;
          const isGone = withdraw && held !== undefined;
          if (!order.outlasts(revisionOf(record, all, isGone || undefined))) continue;
          // The clock of a device may be wrong, but its log only moves forward.
          const latest = [...all.values()]
            .map(({ updatedAt }) => updatedAt)
            .sort()
            .at(-1);
          const at = (latest ?? record.updatedAt) as Instant;
          const saved = { ...record, createdAt: held?.createdAt ?? at, updatedAt: at };
          for (const each of [all, enough]) {
            if (isGone) each.delete(record.id);
            else each.set(record.id, saved);
          }
          expect(fold([...enough.values()], today)).toEqual(fold([...all.values()], today));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is not relied on once a contact is changed or corrected, or anything is withdrawn', () => {
    const contact = buildRecord('intervention');
    const saved = (set: Overrides<'intervention'>, more: Partial<Revision> = {}) =>
      order.outlasts({
        kind: 'intervention',
        record: contact.id,
        parents: [],
        set: { ...contact, ...set },
        ...more,
      } as unknown as Revision);
    expect(saved({})).toBe(true);
    expect(saved({ followsUp: buildId() })).toBe(true);
    expect(saved({ corrects: buildId() })).toBe(false);
    expect(saved({}, { parents: [buildId()] })).toBe(false);
    expect(saved({}, { kind: 'promise', parents: [buildId()], withdraw: true })).toBe(false);
  });

  it('is another where triggers count other things, or need another kind', () => {
    expect(order.rule).not.toBe(diaryOrder(shipped).rule);
    expect(diaryOrder(shipped).rule).toBe(diaryOrder([...shipped]).rule);
  });

  it('is a small part of a caseload in which most contacts are long past', () => {
    const subjectId = buildId();
    const log = Array.from({ length: 200 }, (_, nth): StoredRecord => {
      const heldOn = addDays('2025-01-06' as PlainDate, nth);
      const value = buildRecord('intervention', { subjectId, heldOn, outcome: 'engaged' });
      const at = `${heldOn}T12:00:00.000Z` as Instant;
      const more = { heads: [buildId()], sources: {}, createdAt: at, updatedAt: at };
      return { kind: 'intervention', id: value.id, value, ...more, updatedBy: officer };
    });
    expect(chosenOf(log, diaryOrder(shipped))).toEqual([log.at(-1)]);
  });
});
