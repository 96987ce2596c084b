/**
 * A vault that one release writes and another opens, in a folder that both have. `scripts/carry-over.mjs` copies this and
 * the tests that use it into the release before.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonical, RECORD_KINDS } from '@cyber-prevent/core';
import type { KeeperConnection } from '../../keeper/client/client.js';
import { type Bench, newBench } from '../keeper-under-test.js';
import { type FrozenVault, freezeVault, thawVault } from '../released-under-test.js';
import type { Computer } from '../storage-under-test.js';

/** The part that is asked for, and the folder for what it writes; both absent in an ordinary run. */
export const STEP = process.env.CARRIED_STEP;
export const PLACE = process.env.CARRIED_VAULT;

export type Carried = Omit<FrozenVault, 'holds'>;

const HOLDS = { records: {}, revisions: {}, actions: [], work: {}, batches: 0 };

const benches: Bench[] = [];

/** Ends every keeper that was opened. */
export async function clearCarried(): Promise<void> {
  for (const bench of benches.splice(0)) await bench.clear();
}

export async function openedOn(computer: Computer, recoveryKey: string): Promise<KeeperConnection> {
  const bench = newBench(computer);
  benches.push(bench);
  await bench.keeper();
  const page = bench.page();
  const { ok } = await page.vault.unlock('practice', { recoveryKey });
  if (!ok) throw new Error('It did not open');
  return page;
}

/** The vault on the computer, once its page has locked it. */
export async function carriedFrom(
  computer: Computer,
  page: KeeperConnection,
  secrets: Pick<Carried, 'passphrase' | 'recoveryKey'>,
): Promise<Carried> {
  await page.vault.lock();
  return freezeVault(computer, { ...secrets, holds: HOLDS });
}

export async function openedCarried(vault: Carried) {
  const computer = await thawVault({ ...vault, holds: HOLDS });
  return { computer, page: await openedOn(computer, vault.recoveryKey) };
}

/** Every record with its sources, one to a line, in an order that does not depend on the store. */
export async function exportOf({ store }: KeeperConnection): Promise<string> {
  const lines: string[] = [];
  for (const kind of RECORD_KINDS)
    for (const { id, value, sources } of await store.query(kind))
      lines.push(canonical({ kind, id, value, sources }));
  return lines.toSorted().join('\n');
}

export function keepsFile(place: string, name: string, content: string | object): void {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  writeFileSync(join(place, name), text);
}

export function fileText(place: string, name: string): string {
  return readFileSync(join(place, name), 'utf8');
}

export function fileData<T>(place: string, name: string): T {
  return JSON.parse(fileText(place, name)) as T;
}
