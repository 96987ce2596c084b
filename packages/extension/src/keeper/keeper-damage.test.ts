/**
 * Each way in which a vault can be damaged: the message for the officer, the possible actions, and that nothing is
 * deleted.
 */
import { buildSubject, endCase, newRecord } from '@cyber-prevent/core/testing';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DamageKind, VaultSetup } from '../ports/services.js';
import { openDatabase, type VaultDatabase } from '../storage/place/database.js';
import type { VaultFile } from '../storage/place/files.js';
import { type Bench, newBench, passphrase, setUp, until } from '../testing/keeper-under-test.js';
import { everythingOn, formsOf, newComputer, testOfficer } from '../testing/storage-under-test.js';
import type { KeeperConnection } from './client/client.js';
import { browserHost } from './host.js';
import type { Keeper, KeeperPorts } from './keeper.js';

const { id: _, ...said } = testOfficer;
const setup: VaultSetup = { ...said, kind: 'practice', passphrase };
const NAMES = ['Rowan Ellingham', 'Quillon Featherby', 'Marisol Thackenby'];

let bench: Bench;
let page: KeeperConnection;
let keeper: Keeper;
let recoveryKey: string;
let told: string[];
beforeEach(() => begin());
afterEach(() => bench.clear());

/** A computer with three entries in its vault, which is not in use. */
async function begin(): Promise<void> {
  bench = newBench();
  recoveryKey = await setUp(bench.computer);
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

interface Damage {
  readonly what: DamageKind;
  readonly how: string;
  readonly done: () => Promise<void>;
  readonly left: { readonly entries: number; readonly readable: number };
}

const AT_UNLOCK: readonly Damage[] = [
  {
    what: 'emptied',
    how: 'the database and the journal lost every entry',
    async done() {
      await inDatabase(({ batches }) => batches.clear());
      lose('journal-a', 'journal-b');
    },
    left: { entries: 3, readable: 0 },
  },
  {
    what: 'cut',
    how: 'both lost the newest entry',
    async done() {
      await inDatabase(({ batches }) => batches.delete(3));
      lose('journal-a', 'journal-b');
    },
    left: { entries: 3, readable: 2 },
  },
  {
    what: 'unreadable-entries',
    how: 'one entry was altered and the journal is gone',
    async done() {
      await spoilEntry(2);
      lose('journal-a', 'journal-b');
    },
    left: { entries: 3, readable: 2 },
  },
  {
    what: 'keys-gone',
    how: 'both files of the keys are gone',
    done: async () => lose('keys-a', 'keys-b'),
    left: { entries: 3, readable: 0 },
  },
  {
    what: 'altered',
    how: 'the mark is not ours',
    done: () =>
      inDatabase(({ meta }) => meta.put({ key: 'mark', version: 0, value: 'not a mark' })),
    left: { entries: 3, readable: 3 },
  },
];

describe.each(AT_UNLOCK)('a vault of which $how', ({ what, done, left }) => {
  beforeEach(async () => {
    await done();
    await startAgain();
  });

  it(`is told as ${what} at the unlock, with what is left`, async () => {
    expect(await unlocks()).toMatchObject({ ok: false, issues: [{ code: 'vault-damaged' }] });
    await until(page, 'damaged');
    expect(page.vault.state()).toMatchObject({ kind: 'practice', what, ...left });
    expect(await page.vault.create(setup)).toMatchObject({ ok: false });
  });

  it('gives numbers and nothing that an entry says when it is recovered', async () => {
    await unlocks();
    await until(page, 'damaged');
    const recovered = await page.recovery.recover('practice', { recoveryKey });
    expect(recovered).toMatchObject({ ok: true, value: { isOpen: false, ...left } });
    expect(page.vault.state()).toMatchObject({ name: 'damaged', what });
    for (const name of NAMES) expect(JSON.stringify(recovered)).not.toContain(name);
    await expect(page.store.query('subject')).rejects.toMatchObject({ code: 'CP_STORE_LOCKED' });
  });

  it('is set aside by a fresh start, byte for byte, and another stands beside it', async () => {
    await unlocks();
    await until(page, 'damaged');
    const before = await sealedBytes();
    expect(await page.recovery.startFresh('practice')).toMatchObject({ ok: true });
    await until(page, 'none');
    expect(told).toContain('vault-set-aside');
    expect(await page.recovery.vaultsAside()).toMatchObject([{ kind: 'practice' }]);
    expect(await page.vault.create(setup)).toMatchObject({ ok: true });
    expect(await names()).toEqual([]);
    await page.store.commit({
      changes: [newRecord('subject', buildSubject({ name: 'Newcomer' }))],
      reason: 'case-work',
    });
    expect(await sealedBytes()).toEqual(before);
    await keeper.stop();
    await startAgain();
    expect(await page.vault.unlock('practice', { passphrase })).toMatchObject({ ok: true });
    expect(await names()).toEqual(['Newcomer']);
    expect(await page.vault.unlock('practice', { recoveryKey })).toMatchObject({ ok: false });
  });
});

describe('a vault of which no mark is left', () => {
  const unmark = async (): Promise<void> => {
    await inDatabase(({ meta }) => meta.delete('mark'));
    await bench.computer.area.remove('cp-mark-practice');
  };
  /** Removes the entries after this one from both copies. */
  const cut = async (last: number): Promise<void> => {
    await inDatabase(({ batches }) => batches.where('seq').above(last).delete());
    lose('journal-a', 'journal-b');
  };

  it.each([0, 1, 2])(
    'and whose both copies end at entry %i is told, and is not opened',
    async (last) => {
      await unmark();
      await cut(last);
      await startAgain();
      expect(await unlocks()).toMatchObject({ ok: false, issues: [{ code: 'vault-damaged' }] });
      await until(page, 'damaged');
      const what: DamageKind = last === 0 ? 'emptied' : 'unmarked';
      expect(page.vault.state()).toMatchObject({ kind: 'practice', what, entries: last });
      await expect(page.store.query('subject')).rejects.toMatchObject({ code: 'CP_STORE_LOCKED' });
      expect(await page.vault.create(setup)).toMatchObject({ ok: false });
    },
  );

  it('is told so too where nothing was cut, since nobody can know', async () => {
    await unmark();
    await startAgain();
    expect(await unlocks()).toMatchObject({ ok: false });
    expect(page.vault.state()).toMatchObject({ what: 'unmarked', entries: 3, readable: 3 });
  });

  it('is opened by the officer who was told, says it again, and is marked by the next save', async () => {
    await unmark();
    await cut(2);
    await startAgain();
    await unlocks();
    expect(await page.recovery.recover('practice', { recoveryKey })).toMatchObject({
      ok: true,
      value: { isOpen: true },
    });
    await vi.waitFor(() => expect(told).toContain('marks-missing'));
    expect(await names()).toEqual(NAMES.slice(0, 2));
    await page.store.commit({
      changes: [newRecord('subject', buildSubject({ name: 'Newcomer' }))],
      reason: 'case-work',
    });
    await keeper.stop();
    await startAgain();
    expect(await unlocks()).toMatchObject({ ok: true });
    expect(await names()).toEqual([...NAMES.slice(0, 2), 'Newcomer']);
  });

  it('shows nothing when it is recovered and has no entry left', async () => {
    await unmark();
    await cut(0);
    await startAgain();
    await unlocks();
    expect(await page.recovery.recover('practice', { recoveryKey })).toMatchObject({
      ok: true,
      value: { isOpen: false, entries: 0 },
    });
    expect(page.vault.state()).toMatchObject({ name: 'damaged' });
  });

  it('is opened on the day on which it was made, and after a restart before the first save', async () => {
    await bench.clear();
    bench = newBench();
    recoveryKey = await setUp(bench.computer);
    for (let start = 0; start < 2; start += 1) {
      await startAgain();
      expect(await unlocks()).toMatchObject({ ok: true });
      expect(told).toEqual([]);
      await page.vault.lock();
      await keeper.stop();
    }
  });
});

/** The bytes of the first vault on the computer: rows of its database and its files. */
async function sealedBytes(): Promise<unknown> {
  const rows: unknown[] = [];
  await inDatabase(async ({ batches, meta }) => {
    rows.push(...(await batches.toArray()), ...(await meta.toArray()));
  });
  const disk = bench.computer.disks.get('practice');
  const files = (['journal-a', 'journal-b', 'keys-a', 'keys-b'] as const).map((name) =>
    disk?.bytes(name),
  );
  return [rows, files];
}

describe('a vault found damaged before any unlock', () => {
  it('is told as emptied when neither copy has anything of it', async () => {
    await inDatabase((database) => database.delete());
    lose('journal-a', 'journal-b');
    await arrive();
    await until(page, 'damaged');
    expect(page.vault.state()).toMatchObject({ what: 'emptied', kind: 'practice' });
    expect(await unlocks()).toMatchObject({ ok: false });
    // The mark still gives their number.
    expect(await page.recovery.recover('practice', { recoveryKey })).toMatchObject({
      ok: true,
      value: { isOpen: false, entries: 3, readable: 0, missing: [[1, 3]] },
    });
  });

  it('is never opened as one with nothing in it, though the mark is gone too', async () => {
    await inDatabase((database) => database.delete());
    lose('journal-a', 'journal-b');
    await bench.computer.area.remove('cp-mark-practice');
    await arrive();
    await until(page, 'damaged');
    expect(await unlocks()).toMatchObject({ ok: false });
    await page.recovery.recover('practice', { recoveryKey });
    await page.recovery.tryAgain();
    expect(page.vault.state()).toMatchObject({ name: 'damaged', what: 'emptied' });
  });

  it('is told as altered when no copy of its settings can be used', async () => {
    await bench.computer.area.set('cp-vault-practice', { version: 9 });
    await inDatabase(({ meta }) => meta.put({ key: 'header', version: 0, value: 'altered' }));
    lose('journal-a', 'journal-b');
    await arrive();
    await until(page, 'damaged');
    expect(page.vault.state()).toMatchObject({ what: 'altered' });
    expect(await page.recovery.recover('practice', { recoveryKey })).toMatchObject({
      ok: false,
      issues: [{ code: 'vault-damaged' }],
    });
  });

  it('is told by its own screen when it went while the vault was locked', async () => {
    await startAgain();
    await inDatabase((database) => database.delete());
    lose('journal-a', 'journal-b');
    expect(await unlocks()).toMatchObject({ ok: false, issues: [{ code: 'vault-damaged' }] });
    await until(page, 'damaged');
    expect(page.vault.state()).toMatchObject({ kind: 'practice', what: 'emptied' });
  });

  it('stands beside a sound one, which can be unlocked', async () => {
    const liveKey = await setUp(bench.computer, 'live');
    await inDatabase((database) => database.delete());
    lose('journal-a', 'journal-b');
    await bench.computer.area.remove('cp-vault-practice');
    await startAgain();
    expect(page.vault.state()).toMatchObject({
      kinds: ['live'],
      damaged: [{ kind: 'practice', what: 'emptied' }],
    });
    expect(await page.vault.unlock('live', { recoveryKey: liveKey })).toMatchObject({ ok: true });
  });
});

describe('a vault whose records turn out to be damaged once it is open', () => {
  /** Pages of heads, made by a disposal, with unusable earlier entries, though the last entry is sound. */
  beforeEach(async () => {
    await startAgain();
    await unlocks();
    const gone = buildSubject({ name: 'Ottilie Brackwater' });
    await page.store.commit({ changes: [newRecord('subject', gone)], reason: 'case-work' });
    const ended = await endCase(page.store, gone.id, browserHost().clock.today());
    await page.store.dispose(ended, 'retention');
    await page.vault.lock();
    await keeper.stop();
    await spoilEntry(2);
    lose('journal-a', 'journal-b', 'pages');
    await startAgain();
  });

  it('is closed again, and told by its own screen', async () => {
    await unlocks();
    await until(page, 'damaged');
    expect(page.vault.state()).toMatchObject({ kind: 'practice', entries: 7, readable: 6 });
    await vi.waitFor(() => expect(told).toContain('vault-damaged'));
    await expect(page.store.query('subject')).rejects.toMatchObject({ code: 'CP_STORE_LOCKED' });
  });

  it('says what is left when it is recovered, not that it is open', async () => {
    await unlocks();
    await until(page, 'damaged');
    expect(await page.recovery.recover('practice', { recoveryKey })).toMatchObject({
      ok: true,
      value: { isOpen: false, entries: 7, readable: 6 },
    });
    expect(page.vault.state()).toMatchObject({ name: 'damaged' });
  });
});

describe('recovering', () => {
  it('opens the vault when the two copies make one whole', async () => {
    await spoilEntry(2);
    await inDatabase(({ batches }) => batches.delete(3));
    await startAgain();
    expect(await page.recovery.recover('practice', { recoveryKey })).toMatchObject({
      ok: true,
      value: { isOpen: true },
    });
    await until(page, 'open');
    expect((await names()).sort()).toEqual([...NAMES].sort());
  });

  it('counts a wrong secret and says no more than an unlock does', async () => {
    await spoilEntry(2);
    lose('journal-a', 'journal-b');
    await startAgain({ now: () => 1_000_000 });
    await unlocks();
    const wrong = await page.recovery.recover('practice', { passphrase: 'not this one at all' });
    expect(wrong).toMatchObject({ ok: false, issues: [{ code: 'unlock-failed' }] });
    expect(await page.recovery.recover('practice', { recoveryKey })).toMatchObject({
      issues: [{ code: 'unlock-wait' }],
    });
  });

  it('names the runs of entries that are missing', async () => {
    await spoilEntry(1);
    await spoilEntry(3);
    lose('journal-a', 'journal-b');
    await startAgain();
    expect(await page.recovery.recover('practice', { recoveryKey })).toMatchObject({
      value: {
        missing: [
          [1, 1],
          [3, 3],
        ],
        records: 1,
      },
    });
  });

  it('finds everything again once the cause is gone', async () => {
    const { area } = bench.computer;
    const mark = await area.get('cp-mark-practice');
    await area.set('cp-mark-practice', 'not a mark');
    await startAgain();
    await unlocks();
    await until(page, 'damaged');
    await area.set('cp-mark-practice', mark);
    await page.recovery.tryAgain();
    await until(page, 'locked');
    expect(await unlocks()).toMatchObject({ ok: true });
  });
});

describe('a vault that is sound', () => {
  it('is neither set aside nor copied', async () => {
    await startAgain();
    expect(await page.recovery.startFresh('practice')).toMatchObject({
      ok: false,
      issues: [{ code: 'vault-not-damaged' }],
    });
    await expect(page.recovery.sealedCopy('practice')).rejects.toMatchObject({
      code: 'CP_STORE_CLOSED',
    });
    expect(await unlocks()).toMatchObject({ ok: true });
    expect(await page.recovery.startFresh('practice')).toMatchObject({ ok: false });
    expect(page.vault.state()).toMatchObject({ name: 'open' });
  });
});

describe('the sealed copy', () => {
  it('has every row, every file and the header, and not a word of a record', async () => {
    await inDatabase(({ batches }) => batches.delete(3));
    lose('journal-a', 'journal-b');
    await startAgain();
    await unlocks();
    const text = new TextDecoder().decode(await page.recovery.sealedCopy('practice'));
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines[0]).toMatchObject({ format: 'cyber-prevent-sealed-copy/1', kind: 'practice' });
    expect(lines).toContainEqual({ storage: 'cp-vault-practice', value: expect.anything() });
    expect(lines.filter((line) => 'table' in line && line.table === 'batches')).toHaveLength(2);
    const files = lines.flatMap((line) => ('file' in line ? [line.file] : []));
    expect(files).toEqual(expect.arrayContaining(['keys-a', 'keys-b']));
    for (const name of NAMES) for (const form of formsOf(name)) expect(text).not.toContain(form);
  });
});

describe('what is told', () => {
  it('is nothing when a write was torn at the end of the journal', async () => {
    bench.computer.disks.get('practice')?.damage('journal-a', (bytes) => {
      const torn = new Uint8Array(bytes.length + 700);
      torn.set(bytes);
      torn.set(bytes.slice(-700, -300), bytes.length);
      return torn;
    });
    await startAgain();
    expect(await unlocks()).toMatchObject({ ok: true });
    expect(await names()).toHaveLength(3);
    expect(told).toEqual([]);
  });

  it.each([
    ['records-recovered', () => inDatabase((database) => database.delete())],
    ['journal-mended', async () => lose('journal-a', 'journal-b')],
    ['keys-mended', async () => lose('keys-a')],
    ['keys-mended', async () => empty('keys-b')],
  ] as const)('is %s when one copy was lost, and the records are there', async (code, done) => {
    await done();
    await startAgain();
    expect(await unlocks()).toMatchObject({ ok: true });
    expect(await names()).toHaveLength(3);
    await vi.waitFor(() => expect(told).toEqual([code]));
  });

  it('lists entries that were put right, until they are forgotten', async () => {
    await spoilEntry(2);
    await startAgain();
    await unlocks();
    expect(await names()).toHaveLength(3);
    const listed = await page.recovery.setAsideEntries();
    expect(listed).toEqual([{ seq: 2, at: expect.stringMatching(/^20\d\d-/), isRight: true }]);
    await page.recovery.forgetSetAside();
    expect(await page.recovery.setAsideEntries()).toEqual([]);
    expect(await names()).toHaveLength(3);
  });
});

const PLACES = {
  database: () => inDatabase((database) => database.delete()),
  'journal-a': async () => lose('journal-a'),
  'journal-b': async () => lose('journal-b'),
  'keys-a': async () => lose('keys-a'),
  'keys-b': async () => lose('keys-b'),
  header: () => bench.computer.area.remove('cp-vault-practice'),
  mark: () => bench.computer.area.remove('cp-mark-practice'),
} as const;
type Place = keyof typeof PLACES;

describe('whatever combination of places is lost', () => {
  it('is never shown as a computer without a vault, or as a vault with nothing in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(Object.keys(PLACES) as Place[]), async (lost) => {
        await bench.clear();
        await begin();
        for (const place of lost) await PLACES[place]();
        await arrive();
        await vi.waitFor(() => expect(page.vault.state().name).not.toBe('checking'));
        expect(['locked', 'damaged']).toContain(page.vault.state().name);
        const opened = await unlocks();
        if (opened.ok) expect(await names()).toHaveLength(3);
        else await until(page, 'damaged');
        expect(await page.vault.create(setup)).toMatchObject({ ok: false });
      }),
      { numRuns: 25 },
    );
  });

  it('is a computer without a vault once nothing at all is left', async () => {
    bench = newBench(newComputer());
    await bench.keeper();
    const fresh = bench.page();
    await until(fresh, 'none');
    expect(await everythingOn(bench.computer)).not.toContain('cp-');
  });
});
