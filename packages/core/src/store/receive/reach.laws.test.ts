import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RecordKind } from '../../record/kind.js';
import type { RecordId } from '../../shared/primitives.js';
import {
  buildHold,
  buildId,
  buildIntervention,
  buildReferral,
  buildReferrer,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { recordsOf } from '../../testing/store/store-colleague.js';
import { composeBatch } from '../log/compose.js';
import type { RecordStore } from '../log/port.js';
import type { Change } from '../log/revision.js';
import { createMemoryStore } from '../memory-log.js';

const CASES = 3;

const attempt = fc.record({
  what: fc.constantFrom(
    'rename',
    'withdraw',
    'contact',
    'move the contact',
    'lift the hold',
    'move the hold',
    'change the referrer',
    'refer by the referrer of another',
    'correct the contact of another',
    'a person who is new',
    'a referrer of nobody',
  ),
  of: fc.nat({ max: CASES - 1 }),
  to: fc.nat({ max: CASES - 1 }),
});
type Attempt = typeof attempt extends fc.Arbitrary<infer A> ? A : never;

/** Three cases, each with a contact, a hold and a referral; the same person referred the first two. */
async function threeCases(store: RecordStore) {
  const referrers = [buildReferrer(), buildReferrer()];
  const cases = Array.from({ length: CASES }, (_, index) => {
    const subject = buildSubject();
    const subjectId = subject.id;
    const referrer = referrers[index === CASES - 1 ? 1 : 0] ?? buildReferrer();
    return {
      subject,
      referrer,
      contact: buildIntervention({ subjectId }),
      hold: buildHold({ subjectId }),
      referral: buildReferral({ subjectId, referrerId: referrer.id }),
    };
  });
  const changes = [
    ...referrers.map((each) => newRecord('referrer', each)),
    ...cases.flatMap(({ subject, contact, hold, referral }) => [
      newRecord('subject', subject),
      newRecord('intervention', contact),
      newRecord('hold', hold),
      newRecord('referral', referral),
    ]),
  ];
  await store.commit({ changes, reason: 'case-work' });
  return cases;
}
type Case = Awaited<ReturnType<typeof threeCases>>[number];

async function changesOf({ what }: Attempt, one: Case, other: Case, store: RecordStore) {
  const on = async (kind: RecordKind, record: RecordId, set: object, withdraw?: true) => {
    const { heads = [] } = (await store.get(kind, record)) ?? {};
    return { kind, record, parents: heads, set, ...(withdraw ? { withdraw } : {}) } as Change;
  };
  const subjectId = one.subject.id;
  const made: Readonly<Record<Attempt['what'], () => Promise<Change> | Change>> = {
    rename: () => on('subject', subjectId, { name: 'Somebody Else' }),
    withdraw: () => on('subject', subjectId, {}, true),
    contact: () => newRecord('intervention', buildIntervention({ subjectId })),
    'move the contact': () => on('intervention', one.contact.id, { subjectId: other.subject.id }),
    'lift the hold': () => on('hold', one.hold.id, { liftedOn: '2026-11-24' }),
    'move the hold': () => on('hold', one.hold.id, { subjectId: other.subject.id }),
    'change the referrer': () => on('referrer', one.referrer.id, { name: 'Somebody Else' }),
    'refer by the referrer of another': () =>
      newRecord('referral', buildReferral({ subjectId, referrerId: other.referrer.id })),
    'correct the contact of another': () =>
      newRecord('intervention', buildIntervention({ subjectId, corrects: other.contact.id })),
    'a person who is new': () => newRecord('subject', buildSubject()),
    'a referrer of nobody': () => newRecord('referrer', buildReferrer()),
  };
  return made[what]();
}

it('changes no record of a case that a file does not say it is about, and ends nothing that is in place', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(attempt, { minLength: 1, maxLength: 4 }),
      fc.subarray([0, 1, 2]),
      async (attempts, stated) => {
        const [host, signer] = [testHost(), testSigner()];
        const store = await createMemoryStore({ signer, host });
        const cases = await threeCases(store);
        const at = (index: number): Case => {
          const found = cases[index];
          if (!found) throw new RangeError('There are three');
          return found;
        };
        const changes = new Map<RecordId, Change>();
        for (const each of attempts) {
          const change = await changesOf(each, at(each.of), at(each.to), store);
          changes.set(change.record, change);
        }
        const sender = testSigner({ device: buildId(), officer: buildId() });
        const batch = await composeBatch(
          { changes: [...changes.values()], reason: 'case-work' },
          { signer: sender, host, at: host.clock.now(), seq: 1, prev: '0'.repeat(64) },
        );
        const about = stated.map((index) => at(index).subject.id);
        const before = await recordsOf(store);
        const outcome = await store
          .receive([batch], sender.verify, 'restore', { from: 'colleague', cases: about })
          .then(
            () => 'taken',
            (error: { readonly code?: string }) => error.code,
          );
        const after = await recordsOf(store);
        if (outcome !== 'taken') {
          expect(outcome).toBe('CP_STORE_NOT_RECEIVED');
          expect(after).toEqual(before);
          return;
        }
        const held = new Map(before.map((record) => [record.id, record]));
        const casesOf = (record: (typeof before)[number]): readonly RecordId[] => {
          if (record.kind === 'subject') return [record.id];
          if (record.kind === 'referrer')
            return cases.flatMap(({ referrer, subject }) =>
              referrer.id === record.id ? [subject.id] : [],
            );
          const { subjectId } = record.value as { readonly subjectId?: RecordId };
          return subjectId ? [subjectId] : [];
        };
        for (const record of after) {
          const was = held.get(record.id);
          if (was && was.heads.join() === record.heads.join()) continue;
          const touched = [...casesOf(record), ...(was ? casesOf(was) : [])];
          if (record.kind === 'referrer') {
            expect(touched.some((id) => about.includes(id))).toBe(true);
            continue;
          }
          for (const id of touched) expect(about).toContain(id);
          const { corrects } = record.value as { corrects?: RecordId };
          const corrected = corrects && held.get(corrects);
          if (corrected) for (const id of casesOf(corrected)) expect(about).toContain(id);
        }
        for (const { id } of before) expect(after.map((record) => record.id)).toContain(id);
        for (const { hold } of cases)
          expect((await store.get('hold', hold.id))?.value.liftedOn).toBeUndefined();
      },
    ),
    { numRuns: 100 },
  );
});
