import { RecordId } from '@cyber-prevent/core';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Bytes, hex, sha256, utf8 } from './bytes.js';
import { changeSecret, type NextSecret } from './change-secret.js';
import { ARGON2ID, type Derive, PBKDF2 } from './derivation.js';
import { VaultHeader } from './header.js';
import { makeVault, openNewest, openVault } from './open-vault.js';
import { open, seal } from './seal.js';
import type { Secret } from './wrap.js';

const officer = {
  id: v.parse(RecordId, '0ff1ce00-0000-4000-8000-000000000001'),
  name: 'Morgan Ashdown',
  number: '4417',
  force: 'north-test',
  role: 'Regional Cyber Prevent officer',
  regime: 'dpa-part-3',
};
const old = { passphrase: 'copper kettle mossy lantern' };
const next = { passphrase: 'seven quiet herons glide' };
const place = { vault: 'x', table: 't', device: 'd', seq: 1, schema: 1, key: 'k' };

/**
 * A fast derivation that differs for each passphrase, salt and algorithm, like a slow one; slowness has its own tests.
 */
const quick: Derive = async ({ secret, salt, derivation }) =>
  sha256(utf8(`${derivation.name} ${hex(salt)} ${hex(secret)}`));

describe('a change of passphrase', () => {
  let made: Awaited<ReturnType<typeof makeVault>>;
  let sealed: Bytes;
  beforeAll(async () => {
    made = await makeVault('practice', officer, old.passphrase, quick);
    sealed = await seal(made.keys.purposes.batches, place, utf8('kept before'));
  });
  const opens = async (header: VaultHeader, secret: Secret): Promise<boolean> => {
    const keys = await openVault(header, secret, quick);
    if (keys) expect(await open(keys.purposes.batches, place, sealed)).toEqual(utf8('kept before'));
    return keys !== undefined;
  };
  const changes = async (
    header = made.header,
    secret: Secret = old,
    to: NextSecret = { ...next, derivation: ARGON2ID },
  ) => {
    const changed = await changeSecret(header, secret, to, quick);
    if (changed === undefined) throw new Error('It did not open');
    return changed;
  };

  it('opens the same vault with the new one and the recovery key, and no more with the old', async () => {
    const { header, recoveryKey } = await changes();
    expect(recoveryKey).toBeUndefined();
    expect(v.is(VaultHeader, header)).toBe(true);
    expect(await opens(header, next)).toBe(true);
    expect(await opens(header, { recoveryKey: made.recoveryKey })).toBe(true);
    expect(await opens(header, old)).toBe(false);
  });

  it('takes the recovery key for the passphrase that was forgotten', async () => {
    const { header } = await changes(made.header, { recoveryKey: made.recoveryKey });
    expect(await opens(header, next)).toBe(true);
    expect(await opens(header, old)).toBe(false);
  });

  it('needs a secret that opens', async () => {
    const to = { ...next, derivation: ARGON2ID };
    for (const wrong of [next, { passphrase: '' }, { recoveryKey: old.passphrase }])
      expect(await changeSecret(made.header, wrong, to, quick)).toBeUndefined();
  });

  it('wraps under a new salt, changes nothing else that is sealed, and counts', async () => {
    const { header } = await changes();
    expect(header.passphrase.salt).not.toBe(made.header.passphrase.salt);
    expect(header).toMatchObject({
      changed: 1,
      recovery: made.header.recovery,
      signing: made.header.signing,
      exchange: made.header.exchange,
    });
    expect((await changes(header, next)).header.changed).toBe(2);
  });

  it('derives as it is told to', async () => {
    const { header } = await changes(made.header, old, { ...next, derivation: PBKDF2 });
    expect(header.passphrase.derivation).toEqual(PBKDF2);
    expect(await opens(header, next)).toBe(true);
  });

  it('makes a new recovery key, and the old print opens no more', async () => {
    const { header, recoveryKey = '' } = await changes(made.header, old, { recoveryKey: 'new' });
    expect(recoveryKey).not.toBe(made.recoveryKey);
    expect(await opens(header, { recoveryKey })).toBe(true);
    expect(await opens(header, old)).toBe(true);
    expect(await opens(header, { recoveryKey: made.recoveryKey })).toBe(false);
  });

  it('refuses a header put together from two', async () => {
    const { header } = await changes();
    for (const [mixed, secret] of [
      [{ ...header, passphrase: made.header.passphrase }, old],
      [{ ...made.header, passphrase: header.passphrase }, next],
      [{ ...header, changed: 0 }, next],
      [{ ...made.header, changed: 1 }, old],
      [{ ...header, identity: made.header.identity }, next],
    ] as const)
      await expect(openVault(mixed, secret, quick)).rejects.toMatchObject({
        code: 'CP_VAULT_UNREADABLE',
      });
  });

  describe('of which an older copy is there too', () => {
    let header: VaultHeader;
    beforeAll(async () => {
      ({ header } = await changes());
    });

    it('opens by the newest copy, in whatever order they stand, and says which are to be written over', async () => {
      for (const copies of [
        [made.header, header],
        [header, made.header],
      ])
        for (const secret of [next, { recoveryKey: made.recoveryKey }]) {
          const opened = await openNewest(copies, secret, quick);
          expect(opened).toMatchObject({ header: { changed: 1 }, others: [{ changed: 0 }] });
        }
    });

    it('is not opened by the passphrase that was changed', async () => {
      expect(await openNewest([made.header, header], old, quick)).toBeUndefined();
    });

    it('is opened by the sound copy when the other was altered', async () => {
      const altered = { ...header, changed: 7 };
      const opened = await openNewest([altered, made.header], old, quick);
      expect(opened).toMatchObject({ header: { changed: 0 }, others: [altered] });
      const worse = { ...made.header, identity: made.header.signing };
      expect(await openNewest([worse, header], next, quick)).toMatchObject({ others: [worse] });
    });

    it('says so when no copy is sound', async () => {
      const altered = { ...header, changed: 7 };
      await expect(openNewest([altered], next, quick)).rejects.toMatchObject({
        code: 'CP_VAULT_UNREADABLE',
      });
    });
  });
});
