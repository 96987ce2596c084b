/**
 * Reading with pauses: a browser may open many batches in a row without one, and a page would stand still meanwhile.
 */
import { openStore } from '@cyber-prevent/core';
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browserHost } from '../keeper/host.js';
import { newComputer, newKeys } from '../testing/storage-under-test.js';
import { signText } from '../vault/identity.js';
import type { VaultKeys } from '../vault/open-vault.js';
import { proveHere } from './place/prover.js';
import { type SealedLog, sealedLog } from './sealed-log.js';
import { openShelf, type Shelf } from './shelf.js';

const SAVES = 24;
const ALL = Array.from({ length: SAVES }, (_, index) => index + 1);
let keys: VaultKeys;
let shelf: Shelf;
let log: SealedLog;
/** Bytes opened since the last turn of others, and the most at any time. */
let [bytes, most, last] = [0, 0, 0];

beforeEach(async () => {
  keys = await newKeys();
  const computer = newComputer();
  shelf = await openShelf(keys, computer, () => undefined);
  const pause = async (): Promise<void> => {
    bytes = 0;
  };
  log = sealedLog({ shelf, keys, area: computer.area, onTrouble: () => undefined, pause });
  const { identity, kind: team } = keys;
  const signer = { team, device: identity.device, officer: identity.officer.id };
  const sign = (text: string) => signText(keys.signing, text);
  const store = await openStore({ log, host: browserHost(), signer: { ...signer, sign } });
  for (let nth = 0; nth < SAVES; nth += 1) {
    const changes = Array.from({ length: 60 }, () => newRecord('subject', buildSubject()));
    await store.commit({ changes, reason: 'case-work' });
  }
  [bytes, most, last] = [0, 0, 0];
  const decrypt = crypto.subtle.decrypt.bind(crypto.subtle);
  vi.spyOn(crypto.subtle, 'decrypt').mockImplementation((how, key, sealed) => {
    last = sealed.byteLength;
    bytes += last;
    most = Math.max(most, bytes);
    return decrypt(how, key, sealed);
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await log.close();
});

it('compares the two copies of one batch at a time', async () => {
  expect(await log.scrub(ALL)).toBe(0);
  expect(last).toBeGreaterThan(10_000);
  expect(most).toBeLessThan(1.5 * last);
});

it('compares nothing on this thread where something beside it does', async () => {
  let asked = 0;
  const areSound = async (): Promise<boolean> => {
    asked += 1;
    return true;
  };
  expect(await log.scrub(ALL, { ...proveHere, areSound })).toBe(0);
  expect([asked, most]).toEqual([SAVES, 0]);
});

it('takes no more rows in hand at once for it than a few milliseconds take', async () => {
  const reading = vi.spyOn(shelf.database.batches, 'bulkGet');
  await log.scrub(ALL);
  const rows = reading.mock.calls.map(([seqs]) => seqs.length);
  expect(rows.reduce((sum, count) => sum + count)).toBe(SAVES);
  expect(SAVES * last).toBeGreaterThan(600_000);
  expect(Math.max(...rows) * last).toBeLessThan(400_000);
});

it('reads the log through in portions', async () => {
  let read = 0;
  for await (const batch of log.load()) read = batch.header.seq;
  expect(read).toBe(SAVES);
  expect(SAVES * last).toBeGreaterThan(600_000);
  expect(most).toBeLessThan(400_000);
});
