/** Recipients of corrected values follow from the order of the logs, however the clocks jump. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryStore, type RecordStore } from '../../store/index.js';
import { buildRecord, buildSubject, newRecord } from '../../testing/fiction/builder.js';
import { seededNumbers, testHost, testSigner } from '../../testing/host.js';
import { pastRecipients } from './correction.js';

const SUBJECT = buildSubject();
const SCHOOL = 'Ottilie Brandt';
const DAY = Date.parse('2026-11-24T00:00:00.000Z');

/** A host whose clock shows any time of the day at each look, with no regard to the look before. */
function jumpingHost(seed: number) {
  const next = seededNumbers(seed);
  const now = () => new Date(DAY + Math.floor(next() * 86_400_000)).toISOString() as never;
  const host = testHost();
  return { ...host, clock: { ...host.clock, now } };
}

async function subjectOf(store: RecordStore) {
  const subject = await store.get('subject', SUBJECT.id);
  if (!subject) throw new Error('Not stored');
  return subject;
}

async function disclose(store: RecordStore): Promise<void> {
  const entry = { action: 'disclosure', fields: ['exchange'], reason: 'disclosure' } as const;
  const audit = [{ ...entry, records: [SUBJECT.id], recipients: ['school', SCHOOL] }];
  await store.commit({ changes: [], reason: 'disclosure', audit });
}

async function correct(store: RecordStore, bornOn: string): Promise<void> {
  const { heads } = await subjectOf(store);
  const set = { bornOn } as never;
  const change = { kind: 'subject', record: SUBJECT.id, parents: heads, set } as const;
  await store.commit({ changes: [change], reason: 'correction' });
}

async function recipientsIn(store: RecordStore) {
  const notices = await store.query('correctionNotice');
  const trail = await store.trail([SUBJECT.id, ...notices.map(({ id }) => id)]);
  return pastRecipients([await subjectOf(store)], trail, notices);
}

type Step = { readonly what: 'disclose' | 'notice' } | { readonly what: 'correct'; born: string };
const STEP: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ what: fc.constantFrom('disclose' as const, 'notice' as const) }),
  fc.record({
    what: fc.constant('correct' as const),
    born: fc.constantFrom('2010-04-13', '2010-04-14', String(SUBJECT.bornOn)),
  }),
);

/** The recipients after each step. */
async function play(store: RecordStore, steps: readonly Step[]) {
  await store.commit({ changes: [newRecord('subject', SUBJECT)], reason: 'case-work' });
  const found: unknown[] = [];
  for (const [nth, step] of steps.entries()) {
    if (step.what === 'disclose') await disclose(store);
    else if (step.what === 'correct') await correct(store, step.born);
    else {
      const notice = buildRecord('correctionNotice', {
        id: `c0000000-0000-4000-8000-${String(nth).padStart(12, '0')}`,
        subjectId: SUBJECT.id,
        about: SUBJECT.id,
        recipient: SCHOOL,
      });
      const changes = [newRecord('correctionNotice', notice)];
      await store.commit({ changes, reason: 'correction' });
    }
    found.push(await recipientsIn(store));
  }
  return found;
}

describe('who received what was corrected', () => {
  it('is the same by a clock that jumps as by one that goes on', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(STEP, { maxLength: 8 }), fc.nat(), async (steps, seed) => {
        const signer = testSigner();
        const sound = await createMemoryStore({ host: testHost(), signer });
        const jumping = await createMemoryStore({ host: jumpingHost(seed), signer });
        expect(await play(jumping, steps)).toEqual(await play(sound, steps));
      }),
    );
  });

  it('is found though the colleague who gave it away has a clock that is ahead', async () => {
    const [mine, theirs] = [
      testSigner(),
      testSigner({
        device: 'de71ce00-0000-4000-8000-000000000002' as never,
        officer: '0ff1ce00-0000-4000-8000-000000000002' as never,
      }),
    ];
    const here = await createMemoryStore({ host: testHost(), signer: mine });
    const ahead = testHost({ at: '2026-11-24T15:00:00.000Z' });
    const there = await createMemoryStore({ host: ahead, signer: theirs });
    await here.commit({ changes: [newRecord('subject', SUBJECT)], reason: 'case-work' });
    await there.receive(await here.batchesSince(0), mine.verify, 'handover');
    await disclose(there);
    const either: typeof mine.verify = async (...signed) =>
      (await mine.verify(...signed)) || theirs.verify(...signed);
    await here.receive(await there.batchesSince(0), either, 'handover');
    expect(await recipientsIn(here)).toEqual([]);
    await correct(here, '2010-04-13');
    expect(await recipientsIn(here)).toMatchObject([{ corrected: ['Date of birth'] }]);
    // Given again here, as it is right now.
    await disclose(here);
    await correct(here, '2010-04-14');
    expect(await recipientsIn(here)).toHaveLength(1);
  });
});
