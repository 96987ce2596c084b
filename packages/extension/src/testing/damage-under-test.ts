/** A vault with three entries on a computer of which any place can be lost, emptied or altered. */
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { afterEach, beforeEach } from 'vitest';
import type { KeeperConnection } from '../keeper/client/client.js';
import type { Keeper, KeeperPorts } from '../keeper/keeper.js';
import { openDatabase, type VaultDatabase } from '../storage/place/database.js';
import type { VaultFile } from '../storage/place/files.js';
import { type Bench, newBench, setUp, until } from './keeper-under-test.js';

export const NAMES = ['Rowan Ellingham', 'Quillon Featherby', 'Marisol Thackenby'];

/** Made afresh for each test of the file. */
export function damageableVault() {
  let bench: Bench;
  let page: KeeperConnection;
  let keeper: Keeper;
  let recoveryKey: string;
  let told: string[];

  /** A computer whose vault has no entry yet. */
  async function setsUp(): Promise<void> {
    bench = newBench();
    recoveryKey = await setUp(bench.computer);
  }
  /** A computer with three entries in its vault, which is not in use. */
  async function begin(): Promise<void> {
    await setsUp();
    await arrive();
    await page.vault.unlock('practice', { recoveryKey });
    for (const name of NAMES)
      await page.store.commit({
        changes: [newRecord('subject', buildSubject({ name }))],
        reason: 'case-work',
      });
    await page.vault.lock();
    await keeper.stop();
  }
  /** Starts the browser and opens one of our pages. */
  async function arrive(ports: Partial<KeeperPorts> = {}): Promise<void> {
    keeper = await bench.keeper(ports);
    page = bench.page();
    const heard: string[] = [];
    page.notices.subscribe(({ code }) => heard.push(code));
    told = heard;
  }
  async function startAgain(ports: Partial<KeeperPorts> = {}): Promise<void> {
    await arrive(ports);
    await until(page, 'locked');
  }
  async function inDatabase(change: (database: VaultDatabase) => Promise<unknown>): Promise<void> {
    const database = await openDatabase('practice', bench.computer.port);
    await change(database);
    database.close();
  }
  const lose = (...names: VaultFile[]): void => {
    for (const name of names) bench.computer.disks.get('practice')?.damage(name, () => undefined);
  };
  const empty = (...names: VaultFile[]): void => {
    for (const name of names)
      bench.computer.disks.get('practice')?.damage(name, (bytes) => new Uint8Array(bytes.length));
  };
  const spoilEntry = (seq: number) =>
    inDatabase(async ({ batches }) => {
      const row = await batches.get(seq);
      if (!row) throw new RangeError(`No entry ${seq}`);
      const sealed = row.sealed.slice();
      sealed[40] = (sealed[40] ?? 0) ^ 1;
      await batches.put({ ...row, sealed });
    });
  const unlocks = () => page.vault.unlock('practice', { recoveryKey });
  const names = async () => (await page.store.query('subject')).map(({ value }) => value.name);

  beforeEach(() => begin());
  afterEach(() => bench.clear());
  return {
    get bench() {
      return bench;
    },
    get page() {
      return page;
    },
    get keeper() {
      return keeper;
    },
    get recoveryKey() {
      return recoveryKey;
    },
    /** Codes of the notices that the page has had. */
    get told() {
      return told;
    },
    begin,
    async beginEmpty(): Promise<void> {
      await bench.clear();
      await setsUp();
    },
    arrive,
    startAgain,
    inDatabase,
    lose,
    empty,
    spoilEntry,
    unlocks,
    names,
  };
}
