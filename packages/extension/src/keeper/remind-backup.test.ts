/** The reminder over a real vault: its timing, and that little is read for it. */
import type { Issue } from '@cyber-prevent/core';
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { afterEach, expect, it, vi } from 'vitest';
import { type Computer, markAsNew, newComputer, newKeys } from '../testing/storage-under-test.js';
import type { VaultKeys } from '../vault/open-vault.js';
import { browserHost } from './host.js';
import { remindBackup } from './remind-backup.js';
import { openSession, type Session } from './session.js';

const DAY_MS = 86_400_000;
const sessions: Session[] = [];
afterEach(async () => {
  await Promise.all(sessions.splice(0).map((session) => session.close()));
});

async function open(keys: VaultKeys, computer: Computer): Promise<Session> {
  const options = { places: computer, host: browserHost(), onNotice: () => undefined };
  const session = await openSession(keys, options);
  sessions.push(session);
  return session;
}

/** A vault with so many saves, opened on another day from compacted heads. */
async function vaultOf(saves: number): Promise<Session> {
  const [keys, computer] = [await newKeys(), newComputer()];
  await markAsNew(keys, computer);
  const first = await open(keys, computer);
  for (let nth = 0; nth < saves; nth += 1)
    await first.write(undefined, (store) =>
      store.commit({ changes: [newRecord('subject', buildSubject())], reason: 'case-work' }),
    );
  await first.upkeep.tidy();
  await first.close();
  const session = await open(keys, computer);
  await session.whole;
  return session;
}

/** The notices given so many days later. */
async function toldAfter(session: Session, days: number): Promise<readonly string[]> {
  const told: string[] = [];
  const { clock } = browserHost(() => new Date(Date.now() + days * DAY_MS));
  let begin: () => void = () => undefined;
  const idle = new Promise<void>((resolve) => (begin = resolve));
  const stop = remindBackup(
    session,
    clock,
    ({ code }: Issue) => void told.push(code),
    async () => begin(),
  );
  await idle;
  await vi.waitFor(() => expect(told).not.toEqual([]), { timeout: 300 }).catch(() => undefined);
  stop();
  return told;
}

it('comes a week after the first save where no backup was ever made', async () => {
  const session = await vaultOf(3);
  expect(await toldAfter(session, 6)).toEqual([]);
  expect(await toldAfter(session, 7)).toEqual(['backup-due']);
});

it('reads no more of the log after forty saves than after ten: whoever opens a vault waits for nothing else', async () => {
  const read = vi.spyOn(crypto.subtle, 'decrypt');
  const counts: number[] = [];
  for (const saves of [10, 40]) {
    const session = await vaultOf(saves);
    read.mockClear();
    expect(await toldAfter(session, 7)).toEqual(['backup-due']);
    counts.push(read.mock.calls.length);
  }
  read.mockRestore();
  expect(counts[1]).toBe(counts[0]);
  expect(counts[0]).toBeGreaterThan(0);
});

it('looks only once every record is in and nothing else is to be done', async () => {
  const session = await vaultOf(3);
  let arrive: () => void = () => undefined;
  const whole = new Promise<void>((resolve) => (arrive = resolve));
  const waits: (() => void)[] = [];
  const told: string[] = [];
  const { clock } = browserHost(() => new Date(Date.now() + 8 * DAY_MS));
  remindBackup(
    { ...session, whole },
    clock,
    ({ code }) => void told.push(code),
    () => new Promise((go) => void waits.push(go)),
  );
  await new Promise((go) => setTimeout(go, 50));
  expect(waits).toHaveLength(0);
  arrive();
  await vi.waitFor(() => expect(waits).toHaveLength(1));
  await new Promise((go) => setTimeout(go, 50));
  expect(told).toEqual([]);
  waits[0]?.();
  await vi.waitFor(() => expect(told).toEqual(['backup-due']));
});
