/**
 * A concern stays in sight after somebody was informed: it is added to, named, reviewed and closed, and nothing in it
 * is lost.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { timeline } from '../../desk/case/timeline.js';
import { diary } from '../../desk/diary/diary.js';
import type { RecordOf } from '../../record/kind.js';
import { isConcernTold } from '../../record/safeguarding-concern.js';
import type { PlainDate, Result } from '../../shared/index.js';
import { addDays } from '../../shared/index.js';
import { createMemoryStore, type StoredRecord } from '../../store/index.js';
import {
  buildSafeguardingConcern,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import type { CaseCommit } from '../act/context.js';
import { inTheWayOfCase } from '../keeping/dispose-case.js';
import { workingCalendar } from '../rules/calendar.js';
import { acknowledgeConcern } from './acknowledge-concern.js';
import { addToConcern, type ConcernAdditionInput } from './add-to-concern.js';
import { escalateConcern, noteAcknowledgement, noteCrime } from './answer-concern.js';
import { concernState, riskOfConcern } from './concern-state.js';
import { beforeConcernCloses, closeConcern, nameConcern } from './follow-concern.js';

const lists = gatherCodeLists();
const today = '2026-11-24' as PlainDate;
const day = (on: string) => on as PlainDate;
const codes = ({ issues }: Result<unknown>) => issues.map(({ code, at }) => `${code} ${at}`);

/** A concern about nobody, in a real store. */
async function raised(over: Parameters<typeof buildSafeguardingConcern>[0] = {}) {
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const context = { host, lists };
  const store = await createMemoryStore({ host, signer: testSigner() });
  const value = buildSafeguardingConcern({ subjectId: undefined, told: ['nobody-yet'], ...over });
  await store.commit({
    changes: [newRecord('safeguardingConcern', value)],
    reason: 'safeguarding',
  });
  const held = async (): Promise<StoredRecord<'safeguardingConcern'>> => {
    const found = await store.get('safeguardingConcern', value.id);
    if (!found) throw new Error('The concern is gone');
    return found;
  };
  const keep = async (act: Result<CaseCommit>) => {
    if (!act.ok) throw new Error(JSON.stringify(act.issues));
    await store.commit(act.value.commit);
    return held();
  };
  const due = async () =>
    diary([await held()], { today, calendar: workingCalendar(), lists }).entries.map(
      ({ act, by }) => `${act} ${by}`,
    );
  return { host, context, store, held, keep, due };
}

describe('once somebody was told', () => {
  const told = { told: ['mash'], toldAt: '2026-11-24T09:00:00.000Z' as never };

  it('is still due for review, until it is closed', async () => {
    const { keep, held, context, due } = await raised();
    expect(await due()).toEqual(['tell-of-concern 2026-11-24']);
    await keep(acknowledgeConcern(await held(), told, context));
    expect(await due()).toEqual(['escalate-concern 2026-11-25']);
    await keep(noteAcknowledgement(await held(), { acknowledgedBy: 'The front door' }, context));
    expect(await due()).toEqual(['review-concern 2026-11-25']);
    const later = { what: 'A strategy meeting is set.', reviewOn: day('2026-12-01') };
    await keep(addToConcern(await held(), later, context));
    expect(await due()).toEqual(['review-concern 2026-12-01']);
    await keep(closeConcern(await held(), { closedWhy: 'A plan is in place.' }, context));
    expect(await due()).toEqual([]);
    expect(concernState((await held()).value)).toBe('closed');
  });

  it('takes a reference that comes later, and keeps what was said first', async () => {
    const { keep, held, context } = await raised(told);
    const before = (await held()).value;
    await keep(addToConcern(await held(), { reference: 'MASH-1' }, context));
    const after = await keep(addToConcern(await held(), { reference: 'SW-2' }, context));
    expect(after.value.additions?.map(({ reference }) => reference)).toEqual(['MASH-1', 'SW-2']);
    expect(after.value).toMatchObject(before);
  });

  it('is not told over: who else was told is added', async () => {
    const { held, keep, context } = await raised(told);
    const again = acknowledgeConcern(await held(), { told: ['supervisor'] }, context);
    expect(codes(again)).toEqual(['told-already told']);
    const after = await keep(
      addToConcern(await held(), { told: ['supervisor'], riskNow: 'serious' }, context),
    );
    expect(after.value).toMatchObject({
      told: ['mash'],
      additions: [{ told: ['supervisor'], toldAt: expect.stringMatching(/^2026-11-24T/) }],
    });
    expect(riskOfConcern(after.value)).toBe('serious');
  });

  it('asks for something to add, and for days that can be', async () => {
    const { held, context } = await raised(told);
    const add = async (input: ConcernAdditionInput) =>
      codes(addToConcern(await held(), input, context));
    expect(await add({})).toEqual(['missing what']);
    expect(await add({ what: '  ', told: ['nobody-yet'] })).toEqual(['missing what']);
    expect(await add({ what: 'More.', reviewOn: today })).toEqual(['date-out-of-order reviewOn']);
    expect(await add({ told: ['mash'], toldAt: '2027-01-01T09:00:00.000Z' as never })).toEqual([
      'date-in-future toldAt',
    ]);
    expect(await add({ reference: 'x'.repeat(501) })).toEqual(['invalid reference']);
    expect(await add({ riskNow: 'immediate' })).toEqual(['still-to-do told']);
    const early = '2026-11-24T08:00:00.000Z' as never;
    expect(await add({ acknowledgedAt: early })).toEqual(['missing acknowledgedBy']);
    expect(await add({ acknowledgedBy: 'The front door', acknowledgedAt: early })).toEqual([
      'date-out-of-order acknowledgedAt',
    ]);
    expect(await add({ escalatedAt: early })).toEqual(['missing escalatedTo']);
    expect(await add({ crimeRecorded: 'recorded' })).toEqual(['missing crimeReference']);
  });

  it('shows every wrong answer at once', async () => {
    const { held, context } = await raised(told);
    const later = '2027-01-01T09:00:00.000Z' as never;
    const input = { told: ['supervisor'], toldAt: later, reviewOn: today };
    expect(codes(addToConcern(await held(), input, context))).toEqual([
      'date-in-future toldAt',
      'date-out-of-order reviewOn',
    ]);
  });
});

describe('the end of a concern', () => {
  it('needs somebody who was told, a reason, and a day that has been', async () => {
    const { held, context, keep } = await raised();
    const why = { closedWhy: 'Nothing more to be done.' };
    expect(codes(closeConcern(await held(), why, context))).toEqual(['nobody-told closedOn']);
    await keep(addToConcern(await held(), { told: ['designated-lead'] }, context));
    expect(codes(closeConcern(await held(), {}, context))).toEqual(['missing closedWhy']);
    expect(
      codes(closeConcern(await held(), { ...why, closedOn: addDays(today, 1) }, context)),
    ).toEqual(['date-in-future closedOn']);
    expect(
      codes(closeConcern(await held(), { ...why, closedOn: addDays(today, -1) }, context)),
    ).toEqual(['date-out-of-order closedOn']);
    await keep(closeConcern(await held(), why, context));
    expect(codes(closeConcern(await held(), why, context))).toEqual(['concern-closed what']);
    expect(codes(addToConcern(await held(), { what: 'More.' }, context))).toEqual([
      'concern-closed what',
    ]);
  });

  it('needs an acknowledgement of those who were told, or an escalation, and says so beforehand', async () => {
    const { held, context, keep } = await raised({ told: ['mash'] });
    const why = { closedWhy: 'Nothing more to be done.' };
    const before = async () => beforeConcernCloses(await held(), lists).map(({ code }) => code);
    expect(await before()).toEqual(['concern-unacknowledged']);
    expect(codes(closeConcern(await held(), why, context))).toEqual([
      'concern-unacknowledged closedOn',
    ]);
    await keep(escalateConcern(await held(), { escalatedTo: 'Duty manager' }, context));
    expect(await before()).toEqual([]);
    await keep(closeConcern(await held(), why, context));
    expect(await before()).toEqual(['concern-closed']);
  });

  it('needs the reference of a crime that was disclosed, or that there is none to record', async () => {
    const { held, context, keep, store } = await raised({
      told: ['supervisor'],
      crimeDisclosed: 'yes',
    });
    const why = { closedWhy: 'Nothing more to be done.' };
    expect(codes(closeConcern(await held(), why, context))).toEqual(['crime-open closedOn']);
    const { heads, id } = await held();
    const set = { closedOn: today, ...why };
    await expect(
      store.commit({
        changes: [{ kind: 'safeguardingConcern', record: id, parents: heads, set }],
        reason: 'safeguarding',
      }),
    ).rejects.toMatchObject({ code: 'CP_RECORD_INVALID' });
    await keep(noteCrime(await held(), { crimeRecorded: 'no-crime' }, context));
    await keep(closeConcern(await held(), why, context));
    expect(concernState((await held()).value)).toBe('closed');
  });

  it('is refused by the store, too, while nobody was told or nothing says why', async () => {
    const { held, store } = await raised();
    const { heads, id } = await held();
    const sets = (set: Partial<RecordOf<'safeguardingConcern'>>) =>
      store.commit({
        changes: [{ kind: 'safeguardingConcern', record: id, parents: heads, set }],
        reason: 'safeguarding',
      });
    const refusal = { code: 'CP_RECORD_INVALID' };
    await expect(sets({ closedOn: today, closedWhy: 'Done.' })).rejects.toMatchObject(refusal);
    await expect(sets({ closedOn: today, told: ['mash'] })).rejects.toMatchObject(refusal);
    expect((await held()).value.closedOn).toBeUndefined();
  });
});

it('stands in the way of disposal until it is closed', async () => {
  const subject = buildSubject();
  const { held, keep, store, context } = await raised({
    subjectId: subject.id,
    told: ['designated-lead'],
  });
  await store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
  const inTheWay = async () => {
    const records = [await held(), await store.get('subject', subject.id)];
    const all = records.flatMap((record) => record ?? []) as readonly StoredRecord[];
    const issues = inTheWayOfCase(subject.id, all, { today, lists });
    return issues.map(({ code }) => code);
  };
  expect(await inTheWay()).toContain('concern-stands');
  await keep(closeConcern(await held(), { closedWhy: 'A plan is in place.' }, context));
  expect(await inTheWay()).not.toContain('concern-stands');
});

it('is given to the person whom it turns out to be about, once', async () => {
  const { held, keep, store, context } = await raised();
  const subject = buildSubject();
  await store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
  const stored = await store.get('subject', subject.id);
  expect(codes(nameConcern(await held(), undefined))).toEqual(['missing subjectId']);
  const named = await keep(nameConcern(await held(), stored));
  expect(named.value.subjectId).toBe(subject.id);
  expect(codes(nameConcern(named, stored))).toEqual(['concern-named subjectId']);
  expect(context.host.clock.today()).toBe(today);
});

const addition = fc.record({
  what: fc.option(fc.constantFrom('He came home late.', '  ', ''), { nil: undefined }),
  reference: fc.option(fc.constantFrom('MASH-1', 'SW-2', ' '), { nil: undefined }),
  riskNow: fc.option(fc.constantFrom('concern', 'serious'), { nil: undefined }),
  told: fc.option(fc.subarray(['mash', 'supervisor', 'nobody-yet']), { nil: undefined }),
  acknowledgedBy: fc.option(fc.constantFrom('The front door', ' '), { nil: undefined }),
  escalatedTo: fc.option(fc.constant('Duty manager'), { nil: undefined }),
  crimeDisclosed: fc.option(fc.constantFrom('yes' as const, 'no' as const), { nil: undefined }),
  crimeReference: fc.option(fc.constant('43TEST/1'), { nil: undefined }),
  reviewOn: fc.option(fc.constantFrom(day('2026-11-25'), day('2027-02-01'), today), {
    nil: undefined,
  }),
});
const step = fc.oneof(
  addition.map((input) => ({ name: 'add' as const, input })),
  fc.record({ name: fc.constant('tell' as const), told: fc.subarray(['mash', 'nobody-yet']) }),
  fc.record({ name: fc.constant('close' as const), closedWhy: fc.constantFrom('', 'A plan.') }),
);

it('is always in sight until it is closed, never closed untold, and loses nothing of what was said', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      const { held, store, context, due } = await raised();
      const first = (await held()).value;
      for (const each of steps) {
        const before = await held();
        const act =
          each.name === 'add'
            ? addToConcern(before, each.input, context)
            : each.name === 'tell'
              ? acknowledgeConcern(before, { told: each.told }, context)
              : closeConcern(before, { closedWhy: each.closedWhy }, context);
        if (!act.ok) continue;
        await store.commit(act.value.commit);
        const { value } = await held();
        const kept = before.value.additions ?? [];
        expect(value.additions?.slice(0, kept.length) ?? []).toEqual(kept);
        expect(value.what).toBe(first.what);
      }
      const concern = await held();
      const state = concernState(concern.value);
      expect(state === 'closed' && !isConcernTold(concern.value)).toBe(false);
      const isDue = (await due()).length > 0;
      expect(isDue).toBe(state !== 'closed');
      // The chronology includes every step, each on a separate line.
      const lines = timeline([concern], lists);
      const { additions = [], told, closedOn } = concern.value;
      const isTold = told.some((code) => code !== 'nobody-yet');
      expect(lines).toHaveLength(1 + Number(isTold) + additions.length + Number(!!closedOn));
      expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
      expect(JSON.stringify(lines)).not.toMatch(/He came home|A plan\./);
    }),
    { numRuns: 100 },
  );
});
