/**
 * Each way in which a vault can be damaged: the message for the officer, the possible actions, and that nothing is
 * deleted.
 */
import { buildSubject, endCase, newRecord } from '@cyber-prevent/core/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DamageKind, VaultSetup } from '../ports/services.js';
import { damageableVault, NAMES } from '../testing/damage-under-test.js';
import { passphrase, setUp, until } from '../testing/keeper-under-test.js';
import { testOfficer } from '../testing/storage-under-test.js';
import { browserHost } from './host.js';

const { id: _, ...said } = testOfficer;
const setup: VaultSetup = { ...said, kind: 'practice', passphrase };

const vault = damageableVault();
const { arrive, inDatabase, lose, names, spoilEntry, startAgain, unlocks } = vault;

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
    await until(vault.page, 'damaged');
    expect(vault.page.vault.state()).toMatchObject({ kind: 'practice', what, ...left });
    expect(await vault.page.vault.create(setup)).toMatchObject({ ok: false });
  });

  it('gives numbers and nothing that an entry says when it is recovered', async () => {
    await unlocks();
    await until(vault.page, 'damaged');
    const recovered = await vault.page.recovery.recover('practice', {
      recoveryKey: vault.recoveryKey,
    });
    expect(recovered).toMatchObject({ ok: true, value: { isOpen: false, ...left } });
    expect(vault.page.vault.state()).toMatchObject({ name: 'damaged', what });
    for (const name of NAMES) expect(JSON.stringify(recovered)).not.toContain(name);
    await expect(vault.page.store.query('subject')).rejects.toMatchObject({
      code: 'CP_STORE_LOCKED',
    });
  });

  it('is set aside by a fresh start, byte for byte, and another stands beside it', async () => {
    await unlocks();
    await until(vault.page, 'damaged');
    const before = await sealedBytes();
    expect(await vault.page.recovery.startFresh('practice')).toMatchObject({ ok: true });
    await until(vault.page, 'none');
    expect(vault.told).toContain('vault-set-aside');
    expect(await vault.page.recovery.vaultsAside()).toMatchObject([{ kind: 'practice' }]);
    expect(await vault.page.vault.create(setup)).toMatchObject({ ok: true });
    expect(await names()).toEqual([]);
    await vault.page.store.commit({
      changes: [newRecord('subject', buildSubject({ name: 'Newcomer' }))],
      reason: 'case-work',
    });
    expect(await sealedBytes()).toEqual(before);
    await vault.keeper.stop();
    await startAgain();
    expect(await vault.page.vault.unlock('practice', { passphrase })).toMatchObject({ ok: true });
    expect(await names()).toEqual(['Newcomer']);
    expect(
      await vault.page.vault.unlock('practice', { recoveryKey: vault.recoveryKey }),
    ).toMatchObject({ ok: false });
  });
});

describe('a vault of which no mark is left', () => {
  const unmark = async (): Promise<void> => {
    await inDatabase(({ meta }) => meta.delete('mark'));
    await vault.bench.computer.area.remove('cp-mark-practice');
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
      await until(vault.page, 'damaged');
      const what: DamageKind = last === 0 ? 'emptied' : 'unmarked';
      expect(vault.page.vault.state()).toMatchObject({ kind: 'practice', what, entries: last });
      await expect(vault.page.store.query('subject')).rejects.toMatchObject({
        code: 'CP_STORE_LOCKED',
      });
      expect(await vault.page.vault.create(setup)).toMatchObject({ ok: false });
    },
  );

  it('is told so too where nothing was cut, since nobody can know', async () => {
    await unmark();
    await startAgain();
    expect(await unlocks()).toMatchObject({ ok: false });
    expect(vault.page.vault.state()).toMatchObject({ what: 'unmarked', entries: 3, readable: 3 });
  });

  it('is opened by the officer who was told, says it again, and is marked by the next save', async () => {
    await unmark();
    await cut(2);
    await startAgain();
    await unlocks();
    expect(
      await vault.page.recovery.recover('practice', { recoveryKey: vault.recoveryKey }),
    ).toMatchObject({
      ok: true,
      value: { isOpen: true },
    });
    await vi.waitFor(() => expect(vault.told).toContain('marks-missing'));
    expect(await names()).toEqual(NAMES.slice(0, 2));
    await vault.page.store.commit({
      changes: [newRecord('subject', buildSubject({ name: 'Newcomer' }))],
      reason: 'case-work',
    });
    await vault.keeper.stop();
    await startAgain();
    expect(await unlocks()).toMatchObject({ ok: true });
    expect(await names()).toEqual([...NAMES.slice(0, 2), 'Newcomer']);
  });

  it('shows nothing when it is recovered and has no entry left', async () => {
    await unmark();
    await cut(0);
    await startAgain();
    await unlocks();
    expect(
      await vault.page.recovery.recover('practice', { recoveryKey: vault.recoveryKey }),
    ).toMatchObject({
      ok: true,
      value: { isOpen: false, entries: 0 },
    });
    expect(vault.page.vault.state()).toMatchObject({ name: 'damaged' });
  });

  it('is opened on the day on which it was made, and after a restart before the first save', async () => {
    await vault.beginEmpty();
    for (let start = 0; start < 2; start += 1) {
      await startAgain();
      expect(await unlocks()).toMatchObject({ ok: true });
      expect(vault.told).toEqual([]);
      await vault.page.vault.lock();
      await vault.keeper.stop();
    }
  });
});

/** The bytes of the first vault on the computer: rows of its database and its files. */
async function sealedBytes(): Promise<unknown> {
  const rows: unknown[] = [];
  await inDatabase(async ({ batches, meta }) => {
    rows.push(...(await batches.toArray()), ...(await meta.toArray()));
  });
  const disk = vault.bench.computer.disks.get('practice');
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
    await until(vault.page, 'damaged');
    expect(vault.page.vault.state()).toMatchObject({ what: 'emptied', kind: 'practice' });
    expect(await unlocks()).toMatchObject({ ok: false });
    // The mark still gives their number.
    expect(
      await vault.page.recovery.recover('practice', { recoveryKey: vault.recoveryKey }),
    ).toMatchObject({
      ok: true,
      value: { isOpen: false, entries: 3, readable: 0, missing: [[1, 3]] },
    });
  });

  it('is never opened as one with nothing in it, though the mark is gone too', async () => {
    await inDatabase((database) => database.delete());
    lose('journal-a', 'journal-b');
    await vault.bench.computer.area.remove('cp-mark-practice');
    await arrive();
    await until(vault.page, 'damaged');
    expect(await unlocks()).toMatchObject({ ok: false });
    await vault.page.recovery.recover('practice', { recoveryKey: vault.recoveryKey });
    await vault.page.recovery.tryAgain();
    expect(vault.page.vault.state()).toMatchObject({ name: 'damaged', what: 'emptied' });
  });

  it('is told as altered when no copy of its settings can be used', async () => {
    await vault.bench.computer.area.set('cp-vault-practice', { version: 9 });
    await inDatabase(({ meta }) => meta.put({ key: 'header', version: 0, value: 'altered' }));
    lose('journal-a', 'journal-b');
    await arrive();
    await until(vault.page, 'damaged');
    expect(vault.page.vault.state()).toMatchObject({ what: 'altered' });
    expect(
      await vault.page.recovery.recover('practice', { recoveryKey: vault.recoveryKey }),
    ).toMatchObject({
      ok: false,
      issues: [{ code: 'vault-damaged' }],
    });
  });

  it('is told by its own screen when it went while the vault was locked', async () => {
    await startAgain();
    await inDatabase((database) => database.delete());
    lose('journal-a', 'journal-b');
    expect(await unlocks()).toMatchObject({ ok: false, issues: [{ code: 'vault-damaged' }] });
    await until(vault.page, 'damaged');
    expect(vault.page.vault.state()).toMatchObject({ kind: 'practice', what: 'emptied' });
  });

  it('stands beside a sound one, which can be unlocked', async () => {
    const liveKey = await setUp(vault.bench.computer, 'live');
    await inDatabase((database) => database.delete());
    lose('journal-a', 'journal-b');
    await vault.bench.computer.area.remove('cp-vault-practice');
    await startAgain();
    expect(vault.page.vault.state()).toMatchObject({
      kinds: ['live'],
      damaged: [{ kind: 'practice', what: 'emptied' }],
    });
    expect(await vault.page.vault.unlock('live', { recoveryKey: liveKey })).toMatchObject({
      ok: true,
    });
  });
});

describe('a vault whose records turn out to be damaged once it is open', () => {
  /** Pages of heads, made by a disposal, with unusable earlier entries, though the last entry is sound. */
  beforeEach(async () => {
    await startAgain();
    await unlocks();
    const gone = buildSubject({ name: 'Ottilie Brackwater' });
    await vault.page.store.commit({ changes: [newRecord('subject', gone)], reason: 'case-work' });
    const ended = await endCase(vault.page.store, gone.id, browserHost().clock.today());
    await vault.page.store.dispose(ended, 'retention');
    await vault.page.vault.lock();
    await vault.keeper.stop();
    await spoilEntry(2);
    lose('journal-a', 'journal-b', 'pages');
    await startAgain();
  });

  it('is closed again, and told by its own screen', async () => {
    await unlocks();
    await until(vault.page, 'damaged');
    expect(vault.page.vault.state()).toMatchObject({ kind: 'practice', entries: 7, readable: 6 });
    await vi.waitFor(() => expect(vault.told).toContain('vault-damaged'));
    await expect(vault.page.store.query('subject')).rejects.toMatchObject({
      code: 'CP_STORE_LOCKED',
    });
  });

  it('says what is left when it is recovered, not that it is open', async () => {
    await unlocks();
    await until(vault.page, 'damaged');
    expect(
      await vault.page.recovery.recover('practice', { recoveryKey: vault.recoveryKey }),
    ).toMatchObject({
      ok: true,
      value: { isOpen: false, entries: 7, readable: 6 },
    });
    expect(vault.page.vault.state()).toMatchObject({ name: 'damaged' });
  });
});
