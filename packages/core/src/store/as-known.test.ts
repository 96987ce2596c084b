/** As known on a day equals replay to that day: a store that was never told anything later. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant, RecordId } from '../shared/primitives.js';
import { buildId, buildSubject, newRecord } from '../testing/builder.js';
import { testHost, testSigner } from '../testing/host.js';
import { asKnownOn, asOfHeads } from './as-known.js';
import { createMemoryStore, memoryLog } from './memory-log.js';
import { openStore } from './open-store.js';
import type { Revision } from './revision.js';

const NAMES = ['Rowan Vael', 'Rowan Marchbanks', 'R. Vael'];

/** What is done at each step, and how many hours after the one before. */
const step = fc.record({
  hours: fc.integer({ min: 0, max: 30 }),
  what: fc.constantFrom('name', 'birth', 'take-away', 'withdraw', 'restore'),
  name: fc.constantFrom(...NAMES),
});

describe('as known on a day', () => {
  it('equals what a store comes to that was told nothing later', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 200 }),
        async (steps, hours) => {
          const host = testHost();
          const signer = testSigner();
          const log = memoryLog();
          const store = await openStore({ log, host, signer });
          const subject = buildSubject();
          let heads = (
            await store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' })
          ).revisions;
          for (const { hours: wait, what, name } of steps) {
            host.passDays(wait / 24);
            const set =
              what === 'name'
                ? { name }
                : what === 'birth'
                  ? { bornOn: subject.bornOn ?? null }
                  : {};
            const change = {
              kind: 'subject' as const,
              record: subject.id,
              parents: heads,
              set: what === 'take-away' ? { bornOn: null } : set,
              ...(what === 'withdraw' ? { withdraw: true as const } : {}),
            };
            heads = (await store.commit({ changes: [change], reason: 'case-work' })).revisions;
          }
          const at = new Date(
            Date.parse('2026-11-24T09:30:00.000Z') + hours * 3_600_000,
          ).toISOString() as Instant;
          const replay = memoryLog();
          for (const batch of await store.batchesSince(0))
            if (batch.header.at <= at) await replay.append(batch);
          const then = await openStore({ log: replay, host, signer });
          expect(asKnownOn(await store.history(subject.id), at)).toEqual(
            await then.get('subject', subject.id),
          );
        },
      ),
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
    expect(asKnownOn(history, '2026-11-25T00:00:00.000Z' as Instant)?.value).toMatchObject({
      name: 'Rowan Marchbanks',
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
    const subject = buildSubject();
    await store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
    await store.dispose([subject.id], 'retention');
    expect(
      asKnownOn(await store.history(subject.id), '2030-01-01T00:00:00.000Z' as Instant),
    ).toBeUndefined();
  });
});
