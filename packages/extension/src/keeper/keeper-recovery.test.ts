/** A damaged vault that is recovered, what is told of what was mended, and that none is ever shown as empty. */
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { VaultSetup } from '../ports/services.js';
import { damageableVault, NAMES } from '../testing/damage-under-test.js';
import { newBench, passphrase, until } from '../testing/keeper-under-test.js';
import { everythingOn, formsOf, newComputer, testOfficer } from '../testing/storage-under-test.js';

const { id: _, ...said } = testOfficer;
const setup: VaultSetup = { ...said, kind: 'practice', passphrase };

const vault = damageableVault();
const { arrive, begin, empty, inDatabase, lose, names, spoilEntry, startAgain, unlocks } = vault;

describe('recovering', () => {
  it('opens the vault when the two copies make one whole', async () => {
    await spoilEntry(2);
    await inDatabase(({ batches }) => batches.delete(3));
    await startAgain();
    expect(
      await vault.page.recovery.recover('practice', { recoveryKey: vault.recoveryKey }),
    ).toMatchObject({
      ok: true,
      value: { isOpen: true },
    });
    await until(vault.page, 'open');
    expect((await names()).sort()).toEqual([...NAMES].sort());
  });

  it('counts a wrong secret and says no more than an unlock does', async () => {
    await spoilEntry(2);
    lose('journal-a', 'journal-b');
    await startAgain({ now: () => 1_000_000 });
    await unlocks();
    const wrong = await vault.page.recovery.recover('practice', {
      passphrase: 'not this one at all',
    });
    expect(wrong).toMatchObject({ ok: false, issues: [{ code: 'unlock-failed' }] });
    expect(
      await vault.page.recovery.recover('practice', { recoveryKey: vault.recoveryKey }),
    ).toMatchObject({
      issues: [{ code: 'unlock-wait' }],
    });
  });

  it('names the runs of entries that are missing', async () => {
    await spoilEntry(1);
    await spoilEntry(3);
    lose('journal-a', 'journal-b');
    await startAgain();
    expect(
      await vault.page.recovery.recover('practice', { recoveryKey: vault.recoveryKey }),
    ).toMatchObject({
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
    const { area } = vault.bench.computer;
    const mark = await area.get('cp-mark-practice');
    await area.set('cp-mark-practice', 'not a mark');
    await startAgain();
    await unlocks();
    await until(vault.page, 'damaged');
    await area.set('cp-mark-practice', mark);
    await vault.page.recovery.tryAgain();
    await until(vault.page, 'locked');
    expect(await unlocks()).toMatchObject({ ok: true });
  });
});

describe('a vault that is sound', () => {
  it('is neither set aside nor copied', async () => {
    await startAgain();
    expect(await vault.page.recovery.startFresh('practice')).toMatchObject({
      ok: false,
      issues: [{ code: 'vault-not-damaged' }],
    });
    await expect(vault.page.recovery.sealedCopy('practice')).rejects.toMatchObject({
      code: 'CP_STORE_CLOSED',
    });
    expect(await unlocks()).toMatchObject({ ok: true });
    expect(await vault.page.recovery.startFresh('practice')).toMatchObject({ ok: false });
    expect(vault.page.vault.state()).toMatchObject({ name: 'open' });
  });
});

describe('the sealed copy', () => {
  it('has every row, every file and the header, and not a word of a record', async () => {
    await inDatabase(({ batches }) => batches.delete(3));
    lose('journal-a', 'journal-b');
    await startAgain();
    await unlocks();
    const text = new TextDecoder().decode(await vault.page.recovery.sealedCopy('practice'));
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
    vault.bench.computer.disks.get('practice')?.damage('journal-a', (bytes) => {
      const torn = new Uint8Array(bytes.length + 700);
      torn.set(bytes);
      torn.set(bytes.slice(-700, -300), bytes.length);
      return torn;
    });
    await startAgain();
    expect(await unlocks()).toMatchObject({ ok: true });
    expect(await names()).toHaveLength(3);
    expect(vault.told).toEqual([]);
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
    await vi.waitFor(() => expect(vault.told).toEqual([code]));
  });

  it('lists entries that were put right, until they are forgotten', async () => {
    await spoilEntry(2);
    await startAgain();
    await unlocks();
    expect(await names()).toHaveLength(3);
    const listed = await vault.page.recovery.setAsideEntries();
    expect(listed).toEqual([{ seq: 2, at: expect.stringMatching(/^20\d\d-/), isRight: true }]);
    await vault.page.recovery.forgetSetAside();
    expect(await vault.page.recovery.setAsideEntries()).toEqual([]);
    expect(await names()).toHaveLength(3);
  });
});

const PLACES = {
  database: () => inDatabase((database) => database.delete()),
  'journal-a': async () => lose('journal-a'),
  'journal-b': async () => lose('journal-b'),
  'keys-a': async () => lose('keys-a'),
  'keys-b': async () => lose('keys-b'),
  header: () => vault.bench.computer.area.remove('cp-vault-practice'),
  mark: () => vault.bench.computer.area.remove('cp-mark-practice'),
} as const;
type Place = keyof typeof PLACES;

describe('whatever combination of places is lost', () => {
  it('is never shown as a computer without a vault, or as a vault with nothing in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(Object.keys(PLACES) as Place[]), async (lost) => {
        await vault.bench.clear();
        await begin();
        for (const place of lost) await PLACES[place]();
        await arrive();
        await vi.waitFor(() => expect(vault.page.vault.state().name).not.toBe('checking'));
        expect(['locked', 'damaged']).toContain(vault.page.vault.state().name);
        const opened = await unlocks();
        if (opened.ok) expect(await names()).toHaveLength(3);
        else await until(vault.page, 'damaged');
        expect(await vault.page.vault.create(setup)).toMatchObject({ ok: false });
      }),
      { numRuns: 25 },
    );
  });

  it('is a computer without a vault once nothing at all is left', async () => {
    const bare = newBench(newComputer());
    onTestFinished(() => bare.clear());
    await bare.keeper();
    const fresh = bare.page();
    await until(fresh, 'none');
    expect(await everythingOn(bare.computer)).not.toContain('cp-');
  });
});
