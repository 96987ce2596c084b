/** A colleague with a separate device, for tests of receiving. */
import * as v from 'valibot';
import { beforeEach } from 'vitest';
import { RECORD_KINDS } from '../../record/kind.js';
import { RecordId } from '../../shared/primitives.js';
import type { RecordStore } from '../../store/log/port.js';
import type { Commit } from '../../store/log/revision.js';
import type { Verify } from '../../store/log/signer.js';
import { createMemoryStore } from '../../store/memory-log.js';
import { nextCount } from '../count.js';
import { seededNumbers, testHost, testSigner } from '../host.js';
import type { StoreSuite } from './store-suite.js';

/** The reason that is logged with what a test receives. */
export const RESTORE = 'restore';

/** Skips the tests of a group for a store that takes nothing in. */
export function skipUnlessReceiving(suite: StoreSuite): void {
  beforeEach((context) => {
    if (!suite.receives) context.skip('This store takes nothing in');
  });
}

export type Colleague = Awaited<ReturnType<typeof colleague>>;

/** A store with another device and officer, of the same team; or one that claims to be somebody else. */
export async function colleague(
  { team }: StoreSuite,
  who: { readonly device?: RecordId; readonly officer?: RecordId } = {},
) {
  const { device, officer } = { device: deviceId(), officer: deviceId(), ...who };
  const signer = testSigner({ device, officer, ...(team === undefined ? {} : { team }) });
  const store = await createMemoryStore({ signer, host: testHost() });
  return { store, signer, officer, verify: signer.verify };
}

export function eitherOf(one: Verify, other: Verify): Verify {
  return async (...signed) => (await one(...signed)) || other(...signed);
}

function deviceId(): RecordId {
  const count = nextCount('device').toString(16).padStart(12, '0');
  return v.parse(RecordId, `de71ce00-0000-4000-9000-${count}`);
}

export async function withHeads(store: RecordStore, id: RecordId) {
  const { heads = [] } = (await store.get('subject', id)) ?? {};
  return { parents: heads } satisfies Partial<Commit['changes'][number]>;
}

export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const next = seededNumbers(seed);
  return items
    .map((item) => ({ item, at: next() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

/** Every current record as it is, with its heads and history, in an order that does not depend on arrival. */
export async function recordsOf(store: RecordStore) {
  const standing = (await Promise.all(RECORD_KINDS.map((kind) => store.query(kind)))).flat();
  const all = await Promise.all(
    standing.map(async (record) => ({ ...record, history: await store.history(record.id) })),
  );
  return all.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
