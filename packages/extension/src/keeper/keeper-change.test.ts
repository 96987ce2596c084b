import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../storage/place/database.js';
import { type Bench, newBench, passphrase, setUp, until } from '../testing/keeper-under-test.js';
import { PBKDF2 } from '../vault/derivation.js';
import { deriveHere } from '../vault/derive.js';
import type { VaultHeader } from '../vault/header.js';
import type { KeeperConnection } from './client/client.js';

const next = 'seven quiet herons glide';
const OUTSIDE = 'cp-vault-practice';

let bench: Bench;
let page: KeeperConnection;
let recoveryKey: string;
let now = 1_000_000;
beforeEach(async () => {
  bench = newBench();
  recoveryKey = await setUp(bench.computer);
  await bench.keeper({ now: () => now });
  page = bench.page();
  await page.vault.unlock('practice', { recoveryKey });
});
afterEach(() => bench.clear());

const opens = async (secret: { passphrase: string } | { recoveryKey: string }) => {
  await page.vault.lock();
  // A wrong try makes the next one wait.
  now += 60_000;
  return (await page.vault.unlock('practice', secret)).ok;
};
const outside = async (): Promise<VaultHeader> =>
  (await bench.computer.area.get(OUTSIDE)) as VaultHeader;
const inside = async (put?: VaultHeader): Promise<VaultHeader> => {
  const database = await openDatabase('practice', bench.computer.port);
  if (put) await database.meta.put({ key: 'header', version: 0, value: put });
  const row = await database.meta.get('header');
  database.close();
  return row?.value as VaultHeader;
};
const told = (of: KeeperConnection): string[] => {
  const codes: string[] = [];
  of.notices.subscribe(({ code }) => codes.push(code));
  return codes;
};

describe('a change of passphrase', () => {
  it('takes the one there is, and stands in every place with the records as they were', async () => {
    expect(await page.vault.change({ passphrase }, { passphrase: next })).toMatchObject({
      ok: true,
      value: {},
    });
    expect(await outside()).toEqual(await inside());
    expect(await opens({ passphrase: next })).toBe(true);
    expect(await opens({ recoveryKey })).toBe(true);
  });

  it('leaves the old one opening nothing', async () => {
    await page.vault.change({ recoveryKey }, { passphrase: next });
    expect(await opens({ passphrase })).toBe(false);
  });

  it('makes a new recovery key, shown once, and the old print opens nothing', async () => {
    const changed = await page.vault.change({ recoveryKey }, { recoveryKey: 'new' });
    const made = changed.ok ? (changed.value.recoveryKey ?? '') : '';
    expect(made).toMatch(/^(\w{5}-){7}\w{5}$/);
    const held = [...bench.computer.area.held.values()].join() + JSON.stringify(await inside());
    expect(held).not.toContain(made.slice(0, 11));
    expect(await opens({ recoveryKey: made })).toBe(true);
    expect(await opens({ recoveryKey })).toBe(false);
  });

  it('says in words what is wrong, and changes nothing', async () => {
    const before = await outside();
    for (const [secret, to, code] of [
      [{ passphrase: '' }, { passphrase: next }, 'passphrase-missing'],
      [{ passphrase }, { passphrase: 'short' }, 'passphrase-weak'],
      [{ passphrase }, { passphrase }, 'passphrase-same'],
      [{ recoveryKey: 'not one' }, { passphrase: next }, 'recovery-key-unreadable'],
    ] as const)
      expect(await page.vault.change(secret, to)).toMatchObject({ ok: false, issues: [{ code }] });
    expect(await outside()).toEqual(before);
  });

  it('makes who guesses the old one wait, as an unlock does', async () => {
    const wrong = { passphrase: 'wrong wrong wrong' };
    expect(await page.vault.change(wrong, { passphrase: next })).toMatchObject({
      issues: [{ code: 'unlock-failed' }],
    });
    expect(await page.vault.change({ passphrase }, { passphrase: next })).toMatchObject({
      issues: [{ code: 'unlock-wait' }],
    });
    expect((await outside()).changed).toBe(0);
  });

  it('is refused while the vault is locked', async () => {
    await page.vault.lock();
    expect(await page.vault.change({ recoveryKey }, { passphrase: next })).toMatchObject({
      issues: [{ code: 'vault-locked' }],
    });
  });

  it('puts back what was half written when there is no room', async () => {
    const { set } = bench.computer.area;
    bench.computer.area.set = async (key, value) => {
      if (key === OUTSIDE)
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      return set(key, value);
    };
    expect(await page.vault.change({ recoveryKey }, { passphrase: next })).toMatchObject({
      ok: false,
      issues: [{ message: expect.stringContaining('no room left') }],
    });
    bench.computer.area.set = set;
    expect((await inside()).changed).toBe(0);
    expect(await opens({ passphrase: next })).toBe(false);
    expect(await opens({ recoveryKey })).toBe(true);
  });
});

describe('a header that is older than it should be', () => {
  let before: VaultHeader;
  beforeEach(async () => {
    before = await outside();
    await page.vault.change({ recoveryKey }, { passphrase: next });
  });

  it('in one place opens nothing by the old passphrase, and is told and put right by the new', async () => {
    await bench.computer.area.set(OUTSIDE, before);
    expect(await opens({ passphrase })).toBe(false);
    const codes = told(page);
    expect(await opens({ passphrase: next })).toBe(true);
    await vi.waitFor(async () => expect(await outside()).toEqual(await inside()));
    expect((await outside()).changed).toBe(1);
    expect(codes).toEqual(['header-copy-put-right']);
  });

  it('in every place is told at the unlock, though the old passphrase opens it', async () => {
    await bench.computer.area.set(OUTSIDE, before);
    await inside(before);
    const codes = told(page);
    expect(await opens({ passphrase })).toBe(true);
    await vi.waitFor(() => expect(codes).toEqual(['header-put-back']));
  });

  it('is told by no word when nothing is wrong', async () => {
    const codes = told(page);
    expect(await opens({ recoveryKey })).toBe(true);
    expect(codes).toEqual([]);
  });
});

describe('where the policy says FIPS', () => {
  it('a new passphrase is derived by PBKDF2, and the one that is there opens as before', async () => {
    await bench.clear();
    bench = newBench(bench.computer);
    const ways: string[] = [];
    await bench.keeper({
      policy: async () => ({ fips: true }),
      derive(request) {
        ways.push(request.derivation.name);
        return deriveHere(request);
      },
    });
    page = bench.page();
    await until(page, 'locked');
    await page.vault.unlock('practice', { passphrase });
    await page.vault.change({ recoveryKey }, { passphrase: next });
    expect((await outside()).passphrase.derivation).toEqual(PBKDF2);
    expect(await opens({ passphrase: next })).toBe(true);
    expect(ways).toEqual(['argon2id', 'pbkdf2-sha-256', 'pbkdf2-sha-256']);
  });

  it('and it cannot be read, nothing is changed', async () => {
    await bench.clear();
    bench = newBench(bench.computer);
    await bench.keeper({ policy: () => Promise.reject(new TypeError('no answer')) });
    page = bench.page();
    await page.vault.unlock('practice', { recoveryKey });
    expect(await page.vault.change({ recoveryKey }, { passphrase: next })).toMatchObject({
      issues: [{ code: 'policy-unread' }],
    });
    expect((await outside()).changed).toBe(0);
  });
});

describe('the blank screen', () => {
  it('covers every page at once, before anything is put away, and then locks', async () => {
    const other = bench.page();
    await until(other, 'open');
    const heard: string[] = [];
    for (const [name, one] of Object.entries({ page, other })) {
      one.vault.onBlank(() => heard.push(`${name} covered`));
      one.beforeLock(async () => heard.push(`${name} puts away`));
    }
    await page.vault.blank();
    expect(heard.toSorted()).toEqual([
      'other covered',
      'other puts away',
      'page covered',
      'page puts away',
    ]);
    for (const name of ['page', 'other'])
      expect(heard.indexOf(`${name} covered`)).toBeLessThan(heard.indexOf(`${name} puts away`));
    await until(other, 'locked');
  });
});

describe('the policy document of an officer', () => {
  const reference = (of: KeeperConnection) => {
    const state = of.vault.state();
    return state.name === 'open' ? state.officer.policyReference : 'not open';
  };

  it('is told every page, stands in every place, and is there after a lock by either secret', async () => {
    const other = bench.page();
    await until(other, 'open');
    expect(await page.vault.enterPolicy('  APD-2026-11 ')).toEqual({
      ok: true,
      value: true,
      issues: [],
    });
    expect(reference(page)).toBe('APD-2026-11');
    await vi.waitFor(() => expect(reference(other)).toBe('APD-2026-11'));
    expect(await outside()).toEqual(await inside());
    for (const secret of [{ passphrase }, { recoveryKey }]) {
      expect(await opens(secret)).toBe(true);
      expect(reference(page)).toBe('APD-2026-11');
    }
  });

  it('is changed beside a passphrase that is changed, whichever came first', async () => {
    await page.vault.enterPolicy('APD-1');
    await page.vault.change({ recoveryKey }, { passphrase: next });
    await page.vault.enterPolicy('APD-2');
    expect(await opens({ passphrase })).toBe(false);
    expect(await opens({ passphrase: next })).toBe(true);
    expect(reference(page)).toBe('APD-2');
  });

  it('is taken away when it is empty, and is not kept when it is too long', async () => {
    await page.vault.enterPolicy('APD-1');
    expect(await page.vault.enterPolicy('x'.repeat(501))).toMatchObject({
      ok: false,
      issues: [{ at: 'policyReference', message: 'Use 500 characters or fewer' }],
    });
    expect(reference(page)).toBe('APD-1');
    await page.vault.enterPolicy(' ');
    expect(reference(page)).toBeUndefined();
    expect(await opens({ recoveryKey })).toBe(true);
    expect(reference(page)).toBeUndefined();
  });

  it('is refused in words while the vault is locked', async () => {
    await page.vault.lock();
    expect(await page.vault.enterPolicy('APD-1')).toMatchObject({
      ok: false,
      issues: [{ code: 'vault-locked' }],
    });
  });

  it('is not kept half', async () => {
    const before = await outside();
    const { set } = bench.computer.area;
    const full = vi.spyOn(bench.computer.area, 'set');
    full.mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
    full.mockImplementation(set);
    expect(await page.vault.enterPolicy('APD-1')).toMatchObject({ ok: false });
    expect(await outside()).toEqual(before);
    expect(await inside()).toEqual(before);
    expect(reference(page)).toBeUndefined();
  });
});
