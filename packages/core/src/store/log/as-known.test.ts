/**
 * Law: a record as known on a day equals a replay to that day, in a store that was given only what had been written by
 * then and what that rests on.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant, RecordId } from '../../shared/primitives.js';
import { buildId, buildSubject, newRecord } from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { createMemoryStore } from '../memory-log.js';
import { apart } from '../receive/received.js';
import { asKnownOn, asOfHeads } from './as-known.js';
import type { StoredRecord } from './port.js';
import type { Change, Revision } from './revision.js';
import type { Verify } from './signer.js';

const NAMES = ['Rowan Vael', 'Rowan Marchbanks', 'R. Vael'];

/**
 * A change by one of two officers, or a handover to that one from the other. The clock of the officer’s device is set
 * first: it may run ahead of the other’s, behind it, or be set back.
 */
const step = fc.record({
  officer: fc.nat({ max: 1 }),
  hours: fc.oneof(fc.constant(0), fc.integer({ min: -30, max: 30 })),
  what: fc.constantFrom('name', 'birth', 'take-away', 'withdraw', 'restore', 'hand-over'),
  name: fc.constantFrom(...NAMES),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const START = '2026-11-24T09:30:00.000Z';
const subject = buildSubject();

function setBy({ what, name }: Step): Change['set'] {
  if (what === 'name') return { name };
  if (what === 'birth') return { bornOn: subject.bornOn ?? null };
  return what === 'take-away' ? { bornOn: null } : {};
}

/** The heads: revisions that no other was written on. */
function headsIn(history: readonly Revision[]): readonly RecordId[] {
  const parents = new Set(history.flatMap((revision) => revision.parents));
  return history.map(({ id }) => id).filter((id) => !parents.has(id));
}

/**
 * Both officers’ stores after the steps, with everything handed over at the end, and with what each saw at every change
 * of a record.
 */
async function played(steps: readonly Step[]) {
  const devices = [buildId(), buildId()].map((device) => {
    const host = testHost({ at: START });
    const signer = testSigner({ device, officer: buildId() });
    return { host, signer, store: createMemoryStore({ host, signer }) };
  });
  const [one, two] = devices;
  if (!one || !two) throw new RangeError('There are two');
  const verify: Verify = async (...signed) =>
    (await one.signer.verify(...signed)) || two.signer.verify(...signed);
  const handOver = async (from: typeof one, to: typeof one) =>
    (await to.store).receive(await (await from.store).batchesSince(0), verify, 'restore', {
      ended: [subject.id],
    });
  const commit = async (by: typeof one, change: Change) =>
    (await by.store).commit({ changes: [change], reason: 'case-work' });

  await commit(one, newRecord('subject', subject));
  await handOver(one, two);
  const seen: StoredRecord[] = [];
  for (const each of steps) {
    const [mine, theirs] = each.officer === 0 ? [one, two] : [two, one];
    mine.host.passDays(each.hours / 24);
    if (each.what === 'hand-over') {
      await handOver(theirs, mine);
      continue;
    }
    const before = await (await mine.store).get('subject', subject.id);
    if (before) seen.push(before);
    await commit(mine, {
      kind: 'subject',
      record: subject.id,
      parents: headsIn(await (await mine.store).history(subject.id)),
      set: setBy(each),
      ...(each.what === 'withdraw' ? { withdraw: true } : {}),
    });
  }
  await handOver(one, two);
  await handOver(two, one);
  return { store: await one.store, seen, verify };
}

/** A store that was given these revisions and nothing else. */
async function toldOnly(
  known: ReadonlySet<RecordId>,
  { store, verify }: Pick<Awaited<ReturnType<typeof played>>, 'store' | 'verify'>,
) {
  const batches = (await store.batchesSince(0)).flatMap(apart);
  const told = batches.filter(({ revisions }) =>
    revisions.some((entry) => entry && known.has(entry.content.id)),
  );
  const then = await createMemoryStore({
    host: testHost(),
    signer: testSigner({ device: buildId(), officer: buildId() }),
  });
  await then.receive(told, verify, 'restore');
  return then;
}

describe('as known on a day', () => {
  it('equals what a store comes to that was told nothing later, but for what that rests on, whatever the clocks said', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: -100, max: 100 }),
        async (steps, hours) => {
          const made = await played(steps);
          const history = await made.store.history(subject.id);
          const at = new Date(Date.parse(START) + hours * 3_600_000).toISOString() as Instant;
          const known = new Set<RecordId>();
          const know = ({ id, parents }: Revision): void => {
            known.add(id);
            for (const each of history) if (parents.includes(each.id)) know(each);
          };
          for (const revision of history) if (revision.at <= at) know(revision);
          const then = await toldOnly(known, made);
          expect(asKnownOn(history, at)).toEqual(await then.get('subject', subject.id));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('shows on the heads that an officer changed what that officer saw, whatever was written since', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const { store, seen } = await played(steps);
        const history = await store.history(subject.id);
        for (const before of seen) expect(asOfHeads(history, before.heads)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  const [first, second, other] = [buildId(), buildId(), buildId()];
  const by = buildId();
  const record = buildId();
  const made = (id: RecordId, at: string, parents: readonly RecordId[], set: object): Revision =>
    ({ id, at, by, parents, set, kind: 'subject', record, reason: 'case-work' }) as Revision;

  it('counts what a known change was written on, though a wrong clock dates it later', () => {
    const history = [
      made(first, '2027-11-24T09:00:00.000Z', [], { id: record, name: 'Rowan Vael' }),
      made(second, '2026-11-24T09:00:00.000Z', [first], { name: 'Rowan Marchbanks' }),
    ];
    expect(asKnownOn(history, '2026-11-25T00:00:00.000Z' as Instant)).toMatchObject({
      value: { name: 'Rowan Marchbanks' },
      createdAt: '2027-11-24T09:00:00.000Z',
      updatedAt: '2026-11-24T09:00:00.000Z',
    });
  });

  it('shows both heads where two officers changed it apart, and one before the second did', () => {
    const history = [
      made(first, '2026-11-24T09:00:00.000Z', [], { id: record, name: 'Rowan Vael' }),
      made(second, '2026-11-25T09:00:00.000Z', [first], { name: 'Rowan Marchbanks' }),
      made(other, '2026-11-26T09:00:00.000Z', [first], { name: 'R. Vael' }),
    ];
    expect(asKnownOn(history, '2026-11-25T12:00:00.000Z' as Instant)?.heads).toEqual([second]);
    expect(asKnownOn(history, '2026-11-26T12:00:00.000Z' as Instant)?.heads).toHaveLength(2);
    expect(asKnownOn(history, '2026-11-23T12:00:00.000Z' as Instant)).toBeUndefined();
  });

  it('shows it as it stood on given heads, though everything was written in one moment', () => {
    const at = '2026-11-24T09:00:00.000Z';
    const history = [
      made(first, at, [], { id: record, name: 'Rowan Vael' }),
      made(second, at, [first], { name: 'Rowan Marchbanks' }),
      made(other, at, [second], { name: 'R. Vael' }),
    ];
    expect(asOfHeads(history, [second])).toMatchObject({
      heads: [second],
      value: { name: 'Rowan Marchbanks' },
    });
  });

  it('knows nothing of a record that was disposed of since', async () => {
    const store = await createMemoryStore({ host: testHost(), signer: testSigner() });
    await store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
    await store.dispose([subject.id], 'retention');
    expect(
      asKnownOn(await store.history(subject.id), '2030-01-01T00:00:00.000Z' as Instant),
    ).toBeUndefined();
  });
});
