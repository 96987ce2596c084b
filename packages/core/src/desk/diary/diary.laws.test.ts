/** Laws of every diary, for any records. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedOnce, DUE_ACTS } from '../../casework/act/due.js';
import { interventionDue } from '../../casework/contact/log-intervention.js';
import { workingCalendar, workingDayAfter } from '../../casework/rules/calendar.js';
import { gatherMonitoring } from '../../casework/rules/monitoring-rules.js';
import { gatherRetention } from '../../casework/rules/retention-rules.js';
import { gatherTimeLimits } from '../../casework/rules/time-limit.js';
import { gatherTriggers } from '../../casework/rules/trigger.js';
import { gatherCodeLists } from '../../codes/index.js';
import type { RecordKind } from '../../record/kind.js';
import { addDays } from '../../shared/dates.js';
import type { Instant, PlainDate, RecordId } from '../../shared/index.js';
import type { StoredRecord } from '../../store/log/port.js';
import { buildId, buildRecord, type Overrides } from '../../testing/fiction/builder.js';
import { diary, diaryCounts, livingDiary } from './diary.js';
import type { DiaryEntry } from './diary-entry.js';
import { foldDiary } from './diary-fold.js';

const day = (text: string) => text as PlainDate;
const lists = gatherCodeLists();
const calendar = workingCalendar();
const today = day('2026-11-24');
const officer = buildId();
let second = 0;

/** The record as a store would return it, each recorded a second after the one before. */
function held<K extends RecordKind>(
  kind: K,
  overrides: Overrides<K> = {} as Overrides<K>,
  on = '2026-11-23',
): StoredRecord<K> {
  second += 1;
  const at = new Date(Date.parse(`${on}T08:00:00Z`) + second * 10).toISOString() as Instant;
  const value = buildRecord(kind, overrides);
  const more = {
    heads: [buildId()],
    sources: {},
    createdAt: at,
    updatedAt: at,
    updatedBy: officer,
  };
  return { kind, id: value.id, value, ...more };
}
describe('laws', () => {
  const anyDay = fc.integer({ min: 0, max: 400 }).map((n) => addDays(day('2026-01-05'), n));
  const ids = Array.from({ length: 4 }, () => buildId());
  const anyId = fc.constantFrom(...ids);
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  /** Records of every kind that makes something due, and of those that answer it, tangled over four ids. */
  const anyRecord: fc.Arbitrary<StoredRecord> = fc.oneof(
    fc
      .record({
        dueOn: anyDay,
        settled: maybe(fc.constantFrom('kept', 'not-kept')),
        subjectId: anyId,
      })
      .map((more) => held('promise', { ...more, madeOn: '2026-01-01' })),
    fc
      .record({ reviewDueOn: anyDay, liftedOn: maybe(anyDay), subjectId: anyId })
      .map((more) => held('hold', { ...more, from: '2026-01-01' })),
    fc
      .record({ receivedOn: anyDay, id: anyId, riskNow: fc.constantFrom('immediate', 'concern') })
      .map((more) => held('enquiry', more)),
    fc
      .record({
        receivedOn: anyDay,
        status: fc.constantFrom('received', 'accepted', 'declined', 'closed'),
        subjectId: anyId,
        enquiryId: maybe(anyId),
      })
      .map((more) => held('referral', more)),
    fc
      .record({ heldOn: anyDay, followUpDueOn: maybe(anyDay), subjectId: anyId })
      .map((more) => held('intervention', more)),
    fc
      .record({ identifiedOn: anyDay, subjectId: anyId })
      .map((more) => held('identification', more)),
    fc
      .record({
        decidedOn: anyDay,
        outcome: fc.constantFrom('accept', 'decline', 'reviewed', 'more-information'),
        subjectId: maybe(anyId),
        enquiryId: maybe(anyId),
      })
      .map((more) => held('decision', more)),
    fc
      .record({ firstSeenOn: anyDay, subjectId: anyId })
      .map((more) => held('onlineIdentifier', more)),
    fc
      .record({
        told: fc.constantFrom(['nobody-yet'], ['mash'], ['supervisor']),
        crimeDisclosed: maybe(fc.constantFrom('yes', 'no')),
        subjectId: anyId,
      })
      .map((more) => held('safeguardingConcern', more)),
    anyId.map((id) => held('subject', { id })),
  );
  /** Only one record for each id, as in a store. */
  const world = fc
    .array(anyRecord, { maxLength: 24 })
    .map((all) => [...new Map(all.map((record) => [record.id, record])).values()]);
  const triggers = gatherTriggers(lists);
  const fold = (records: readonly StoredRecord[], on: PlainDate) =>
    diary(records, { today: on, calendar, lists, triggers });

  it('misses nothing that is due, and holds nothing that is not', () => {
    fc.assert(
      fc.property(world, anyDay, (records, on) => {
        const { entries } = fold(records, on);
        const has = (record: StoredRecord, act: string, by?: PlainDate) =>
          entries.some(
            (entry) => entry.record === record.id && entry.act === act && (!by || entry.by === by),
          );
        for (const record of records) {
          if (is(record, 'promise'))
            expect(has(record, 'keep-promise', record.value.dueOn)).toBe(
              record.value.settled === undefined,
            );
          if (is(record, 'hold'))
            expect(has(record, 'review-hold', record.value.reviewDueOn)).toBe(
              record.value.liftedOn === undefined,
            );
          if (is(record, 'identification')) expect(has(record, 'decide-identification')).toBe(true);
          if (is(record, 'safeguardingConcern'))
            for (const [act, isDue] of [
              ['tell-of-concern', record.value.told[0] === 'nobody-yet'],
              ['escalate-concern', record.value.told[0] === 'mash'],
              ['review-concern', record.value.told[0] === 'supervisor'],
              ['record-crime', record.value.crimeDisclosed === 'yes'],
            ] as const)
              expect(has(record, act)).toBe(isDue);
          if (is(record, 'enquiry')) {
            const isDecided = records.some(
              (other) => is(other, 'decision') && other.value.enquiryId === record.id,
            );
            const isReferred = records.some(
              (other) => is(other, 'referral') && other.value.enquiryId === record.id,
            );
            const due = workingDayAfter(record.value.receivedOn, 5, calendar);
            expect(has(record, 'decide-enquiry', due.ok ? due.value : undefined)).toBe(!isDecided);
            expect(has(record, 'reply-to-enquiry')).toBe(isDecided && !isReferred);
          }
          if (is(record, 'referral')) {
            const { status, subjectId, receivedOn } = record.value;
            expect(has(record, 'decide-referral')).toBe(status === 'received');
            const isMet = records.some(
              (other) =>
                is(other, 'intervention') &&
                other.value.subjectId === subjectId &&
                other.value.heldOn >= receivedOn,
            );
            expect(has(record, 'make-first-contact')).toBe(status === 'accepted' && !isMet);
          }
          if (is(record, 'intervention') && record.value.followUpDueOn !== undefined) {
            const { followUpDueOn, heldOn, subjectId } = record.value;
            const isFollowed = records.some(
              (other) =>
                is(other, 'intervention') &&
                other.value.subjectId === subjectId &&
                other.value.heldOn >= followUpDueOn &&
                other.value.heldOn > heldOn,
            );
            expect(has(record, 'follow-up', followUpDueOn)).toBe(!isFollowed);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives each entry a reason with a day in it, a state that follows from its day, and an act', () => {
    fc.assert(
      fc.property(world, anyDay, (records, on) => {
        const { entries } = fold(records, on);
        const known = new Set(records.map(({ id }) => id));
        for (const entry of entries) {
          expect(entry.why).toMatch(/ \d{1,2} [A-Z][a-z]+ 20\d\d.*\.$/s);
          expect(known.has(entry.record)).toBe(true);
          expect(entry.what).toBe(DUE_ACTS[entry.act]);
          expect(entry.state).toBe(stateBy(entry, on));
        }
        const counts = diaryCounts({ entries, issues: [] });
        expect(counts.overdue + counts.due + counts.coming).toBe(entries.length);
      }),
    );
  });

  it('is the same each time, and in one order, however the records come', () => {
    fc.assert(
      fc.property(
        world.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        anyDay,
        ([records, shuffled], on) => {
          const before = JSON.stringify(records);
          const { entries } = fold(records, on);
          expect(fold(shuffled, on).entries).toEqual(entries);
          expect(JSON.stringify(records)).toBe(before);
          expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
          const places = entries.map(({ inDanger, isUrgent, state, by = '' }) => {
            const urgency = inDanger ? 0 : isUrgent ? 1 : 2;
            return [urgency, ['overdue', 'due', 'coming'].indexOf(state), by].join(' ');
          });
          expect(places).toEqual(places.toSorted());
        },
      ),
    );
  });

  it('is the same when it is kept up, save by save and day by day, as when it is folded at once', () => {
    const anyChange = fc.oneof(
      { weight: 4, arbitrary: anyRecord.map((record) => ({ record })) },
      { weight: 1, arbitrary: fc.nat(23).map((gone) => ({ gone })) },
      { weight: 1, arbitrary: anyDay.map((on) => ({ on })) },
    );
    fc.assert(
      fc.property(world, fc.array(anyChange, { maxLength: 16 }), (records, changes) => {
        const held = new Map<RecordId, StoredRecord>(records.map((each) => [each.id, each]));
        const living = livingDiary(records, { calendar, lists, triggers });
        let now = today;
        for (const change of changes) {
          if ('on' in change) now = change.on;
          else if ('gone' in change) {
            const id = [...held.keys()][change.gone];
            if (id === undefined) continue;
            held.delete(id);
            living.drop(id);
          } else if (
            (held.get(change.record.id)?.kind ?? change.record.kind) === change.record.kind
          ) {
            held.set(change.record.id, change.record);
            living.put(change.record);
          }
          expect(living.read(now)).toEqual(fold([...held.values()], now));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says no more that the clock is wrong once the save that showed it is gone', () => {
    const living = livingDiary([held('subject')], { calendar, lists });
    const later = held('subject', {}, '2027-03-01');
    living.put(later);
    expect(living.read(today).issues).toMatchObject([{ code: 'clock-behind' }]);
    living.drop(later.id);
    expect(living.read(today).issues).toEqual([]);
  });

  it('asks again only what a change touches, however many are held', () => {
    const subjects = Array.from({ length: 200 }, () => held('subject'));
    const visits = subjects.map(({ id: subjectId }) =>
      held('intervention', { subjectId, heldOn: '2026-11-02', followUpDueOn: '2026-11-20' }),
    );
    let asked = 0;
    const living = foldDiary([...subjects, ...visits], {
      ...countedOnce(gatherTimeLimits(), calendar),
      limits: gatherTimeLimits(),
      retention: gatherRetention(),
      monitoring: gatherMonitoring(),
      lists,
      triggers,
      isMine: () => true,
      dueOf: (record, context) => {
        asked += 1;
        return is(record, 'intervention') ? interventionDue(record, context) : [];
      },
    });
    expect(living.read(today).entries).toHaveLength(200);
    asked = 0;
    const [first] = visits;
    const after = held('intervention', { subjectId: first?.value.subjectId, heldOn: '2026-11-21' });
    living.put(after);
    expect(living.read(today).entries).toHaveLength(199);
    expect(asked).toBe(2);
    living.drop(after.id);
    expect(living.read(today).entries).toHaveLength(200);
    expect(living.read(today).entries).toHaveLength(200);
    expect(asked).toBe(3);
  });
});

function is<K extends RecordKind>(record: StoredRecord, kind: K): record is StoredRecord<K> {
  return record.kind === kind;
}

function stateBy({ by }: DiaryEntry, on: PlainDate): string {
  if (by === undefined || by === on) return 'due';
  return by < on ? 'overdue' : 'coming';
}
