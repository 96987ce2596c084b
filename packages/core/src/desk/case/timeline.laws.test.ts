/** Every event with a day is in the chronology exactly once; corrected and undone ones are not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHandle } from '../../casework/person/handle-ledger.js';
import { addDetail } from '../../casework/person/person-detail.js';
import { gatherCodeLists } from '../../codes/index.js';
import { fieldsOf, RECORD_KINDS, type RecordKind } from '../../record/kind.js';
import { addDays } from '../../shared/dates.js';
import type { Instant, PlainDate } from '../../shared/primitives.js';
import { createMemoryStore, type StoredRecord, undoSave } from '../../store/index.js';
import { caseUnderTest, TOLD } from '../../testing/case-under-test.js';
import {
  buildId,
  buildIntervention,
  buildRecord,
  buildSource,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { filterTimeline, timeline, timelineProse } from './timeline.js';

const lists = gatherCodeLists();
/** Dates in a record that are not events: future days, dates of birth, or dates merely mentioned. */
const NO_HAPPENING = new Set([
  'bornOn',
  'dueOn',
  'reviewDueOn',
  'followUpDueOn',
  'keepUntil',
  'targetOn',
  'disclosedOn',
  'intelligenceOn',
]);

function stored<K extends RecordKind>(kind: K, nth = 0): StoredRecord<K> {
  const value = buildRecord(kind);
  const at = `2026-11-24T09:${String(nth % 60).padStart(2, '0')}:00.000Z`;
  const head = buildSubject().id;
  return {
    kind,
    id: value.id,
    value,
    heads: [head],
    sources: {},
    createdAt: at,
    updatedAt: at,
    updatedBy: head,
  } as unknown as StoredRecord<K>;
}

/** Kinds whose records always describe an event on a day. */
const HAPPENING = RECORD_KINDS.filter((kind) =>
  fieldsOf(kind).some(
    ({ input, required, name }) =>
      required && (input === 'date' || input === 'date-time') && !NO_HAPPENING.has(name),
  ),
);

describe('the chronology', () => {
  it('has every record of a kind that has a day of its own, whatever the kinds', () => {
    expect(HAPPENING.length).toBeGreaterThan(15);
    for (const kind of HAPPENING) {
      const record = stored(kind) as StoredRecord;
      expect(
        timeline([record], lists).map(({ record: id }) => id),
        kind,
      ).toEqual([record.id]);
    }
  });

  it('has each once, in the order of the days, whatever order they come in', () => {
    const kinds = fc.array(fc.constantFrom(...HAPPENING), { maxLength: 30 });
    fc.assert(
      fc.property(kinds, fc.infiniteStream(fc.nat()), (chosen, places) => {
        const records = chosen.map((kind, nth) => stored(kind, nth) as StoredRecord);
        const mixed = records
          .map((record) => ({ record, place: places.next().value ?? 0 }))
          .toSorted((a, b) => a.place - b.place)
          .map(({ record }) => record);
        const entries = timeline(mixed, lists);
        expect(entries.map(({ record }) => record).toSorted()).toEqual(
          records.map(({ id }) => id).toSorted(),
        );
        expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
        const days = entries.map(({ on }) => on);
        expect(days).toEqual(days.toSorted());
        expect(entries.map(({ id }) => id)).toEqual(timeline(records, lists).map(({ id }) => id));
      }),
    );
  });

  it('leaves out what was corrected and what was undone', async () => {
    const store = await createMemoryStore({ host: testHost(), signer: testSigner() });
    const person = buildSubject();
    const about = { subjectId: person.id };
    const first = buildIntervention(about);
    const second = buildIntervention({ ...about, corrects: first.id });
    const third = buildIntervention({ ...about, heldOn: '2026-11-20' });
    for (const [kind, record] of [
      ['subject', person],
      ['intervention', first],
      ['intervention', second],
      ['intervention', third],
    ] as const)
      await store.commit({ changes: [newRecord(kind, record)], reason: 'case-work' });
    const undo = await undoSave(store, 4);
    if (!undo.ok) throw new Error('not undone');
    await store.commit(undo.value);
    const entries = timeline(await store.query('intervention'), lists);
    expect(entries.map(({ record }) => record)).toEqual([second.id]);
  });

  it('says where each thing came from', async () => {
    const { on, keep, store, subject } = await caseUnderTest({ schools: [], categories: [] });
    await keep(addHandle({ asSeen: 'rowan_v' }, TOLD, { ...(await on()), ledger: [] }));
    await keep(addDetail({ detail: 'addresses', text: '9 Other Road', ...TOLD }, await on()));
    const capture = buildSourceCapture();
    const referral = buildRecord('referral', { subjectId: (await subject()).id });
    const sources = { receivedOn: [buildSource({ capture: capture.id })] };
    await store.commit({
      changes: [
        newRecord('sourceCapture', capture),
        { ...newRecord('referral', referral), sources },
      ],
      reason: 'referral',
    });
    const records = [
      await subject(),
      ...(await store.query('onlineIdentifier')),
      ...(await store.query('referral')),
      ...(await store.query('sourceCapture')),
    ];
    const told = 'Told by Ottilie Brandt, Testford Academy (Telephone call) on 24 November 2026';
    const entries = timeline(records, lists);
    const sourceOf = (summary: string) =>
      entries.find((entry) => entry.summary.startsWith(summary))?.source;
    expect(sourceOf('Identifier')).toBe(told);
    expect(sourceOf('Address: 9 Other Road')).toBe(told);
    expect(sourceOf('Address: 7 Sample Row, Testford')).toMatch(/^Recorded by an officer on/);
    expect(sourceOf('Referral')).toBe('Read from Practice record system on 24 November 2026');
  });

  it('names the officer who recorded, unless the record was changed since', async () => {
    const store = await createMemoryStore({ host: testHost(), signer: testSigner() });
    const person = buildSubject();
    const first = buildIntervention({ subjectId: person.id });
    await store.commit({ changes: [newRecord('intervention', first)], reason: 'case-work' });
    const [record] = await store.query('intervention');
    if (!record) throw new Error('not kept');
    const sourceIn = (records: readonly StoredRecord[]) =>
      timeline(records, lists, (id) => (id === record.updatedBy ? 'DC Thackeray' : undefined))[0]
        ?.source;
    expect(sourceIn([record])).toMatch(/^Recorded by DC Thackeray on /);
    const colleague = { ...record, updatedBy: buildId() };
    expect(sourceIn([colleague])).toMatch(/^Recorded by an officer on /);
    const changed = { ...record, updatedAt: '2026-12-01T09:00:00.000Z' as Instant };
    expect(sourceIn([changed])).toMatch(/^Recorded by an officer on /);
  });

  it('is filtered by kind and by days, both of which count', () => {
    const records = HAPPENING.map((kind, nth) => stored(kind, nth) as StoredRecord);
    const entries = timeline(records, lists);
    expect(filterTimeline(entries, {})).toEqual(entries);
    const kinds = filterTimeline(entries, { kinds: ['hold', 'telling'] });
    expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(['hold', 'telling']);
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 10 }), fc.integer({ min: -10, max: 10 }), (a, b) => {
        const [from, to] = [a, b].map((days) => addDays('2026-11-22' as PlainDate, days));
        const within = filterTimeline(entries, { from, to });
        expect(within).toEqual(entries.filter(({ on }) => on >= (from ?? '') && on <= (to ?? '')));
      }),
    );
  });

  it('reads as prose, each thing once and each day once', () => {
    const records = HAPPENING.map((kind, nth) => stored(kind, nth) as StoredRecord);
    const entries = timeline(records, lists);
    const prose = timelineProse(entries);
    expect(new Set(prose.map(({ on }) => on)).size).toBe(prose.length);
    expect(prose.flatMap(({ sentences }) => sentences)).toHaveLength(entries.length);
    for (const { sentences } of prose)
      for (const sentence of sentences) expect(sentence).toMatch(/^\S.*[.!?…]$/);
  });
});
