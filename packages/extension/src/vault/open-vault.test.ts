import { canonical, RecordId } from '@cyber-prevent/core';
import fc from 'fast-check';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { deriveHere } from './derive.js';
import { VaultHeader } from './header.js';
import { signText, verifier } from './identity.js';
import { makeVault, openVault, type VaultKeys } from './open-vault.js';
import { newRecoveryKey, writeRecoveryKey } from './recovery-key.js';
import { open, seal } from './seal.js';

const passphrase = 'copper kettle mossy lantern';
const officer = {
  id: v.parse(RecordId, '0ff1ce00-0000-4000-8000-000000000001'),
  name: 'Morgan Ashdown',
  number: 'NR4417',
  force: 'north-test',
  role: 'Regional Cyber Prevent officer',
  regime: 'dpa-part-3',
};

describe('a vault', () => {
  let made: Awaited<ReturnType<typeof makeVault>>;
  beforeAll(async () => {
    made = await makeVault('practice', officer, passphrase, deriveHere);
  });
  const place = { vault: 'x', table: 't', device: 'd', seq: 1, schema: 1, key: 'k' };
  const isSameVault = async (keys: VaultKeys | undefined): Promise<boolean> => {
    if (keys === undefined) return false;
    const sealed = await seal(made.keys.purposes.batches, place, new Uint8Array([1, 2, 3]));
    const opened = await open(keys.purposes.batches, place, sealed);
    return canonical([...opened]) === '[1,2,3]';
  };

  it('opens with the passphrase and with the recovery key, to the same keys', async () => {
    for (const secret of [{ passphrase }, { recoveryKey: made.recoveryKey.toLowerCase() }]) {
      const keys = await openVault(made.header, secret, deriveHere);
      expect(await isSameVault(keys)).toBe(true);
      expect(keys?.identity.officer).toEqual(officer);
    }
  });

  it('opens with no other passphrase', async () => {
    const near = [passphrase.toUpperCase(), `${passphrase} `, passphrase.slice(1), ''];
    const others = fc.oneof(fc.constantFrom(...near), fc.string({ maxLength: 40 }));
    await fc.assert(
      fc.asyncProperty(others, async (wrong) => {
        fc.pre(wrong.normalize('NFKC') !== passphrase);
        expect(await openVault(made.header, { passphrase: wrong }, deriveHere)).toBeUndefined();
      }),
      { numRuns: 8 },
    );
  });

  it('opens with no other recovery key, nor with a secret of the other sort', async () => {
    for (const recoveryKey of [writeRecoveryKey(newRecoveryKey()), passphrase, ''])
      expect(await openVault(made.header, { recoveryKey }, deriveHere)).toBeUndefined();
    const asPassphrase = { passphrase: made.recoveryKey };
    expect(await openVault(made.header, asPassphrase, deriveHere)).toBeUndefined();
  });

  it('does not open under another vault’s name, or with the two wraps exchanged', async () => {
    const { header, recoveryKey } = made;
    const renamed = { ...header, vault: v.parse(RecordId, crypto.randomUUID()) };
    expect(await openVault(renamed, { recoveryKey }, deriveHere)).toBeUndefined();
    const exchanged = {
      ...header,
      recovery: { ...header.recovery, root: header.passphrase.root },
    };
    expect(await openVault(exchanged, { recoveryKey }, deriveHere)).toBeUndefined();
  });

  it('says so when the secret is right and the rest was altered', async () => {
    const { header, recoveryKey } = made;
    for (const altered of [
      { ...header, identity: header.signing },
      { ...header, signing: header.exchange },
      { ...header, kind: 'live' as const },
      { ...header, changed: 1 },
      { ...header, passphrase: { ...header.passphrase, salt: header.recovery.salt } },
    ])
      await expect(openVault(altered, { recoveryKey }, deriveHere)).rejects.toMatchObject({
        code: 'CP_VAULT_UNREADABLE',
      });
  });

  it('has a header that says nothing of a person, and does not parse below the floor', () => {
    expect(v.is(VaultHeader, made.header)).toBe(true);
    expect(JSON.stringify(made.header)).not.toMatch(/Ashdown|NR4417|north-test|0ff1ce00/);
    const lowered = structuredClone(made.header);
    Reflect.set(lowered.passphrase.derivation, 'memoryKiB', 8192);
    expect(v.is(VaultHeader, lowered)).toBe(false);
    const pbkdf2 = { name: 'pbkdf2-sha-256', iterations: 600_000 };
    Reflect.set(lowered.passphrase, 'derivation', pbkdf2);
    expect(v.is(VaultHeader, lowered)).toBe(true);
    Reflect.set(lowered.passphrase, 'derivation', { ...pbkdf2, iterations: 599_999 });
    expect(v.is(VaultHeader, lowered)).toBe(false);
  });

  it('hands out no key that can be exported', async () => {
    const opened = await openVault(made.header, { recoveryKey: made.recoveryKey }, deriveHere);
    for (const keys of [made.keys, opened]) {
      const all = [...Object.values(keys?.purposes ?? {}), keys?.signing, keys?.exchange];
      expect(all).toHaveLength(11);
      for (const key of all) {
        if (key === undefined) throw new Error('No key');
        const format = key.type === 'private' ? 'pkcs8' : 'raw';
        await expect(crypto.subtle.exportKey(format, key)).rejects.toThrow();
      }
    }
  });

  it('signs so that the public half verifies, for this officer and this text alone', async () => {
    const { identity, signing } = made.keys;
    const signature = await signText(signing, 'text');
    const verify = verifier({ [officer.id]: identity.signingKey });
    expect(await verify(officer.id, 'text', signature)).toBe(true);
    expect(await verify(officer.id, 'texts', signature)).toBe(false);
    expect(await verify('somebody else', 'text', signature)).toBe(false);
    expect(await verify('__proto__', 'text', signature)).toBe(false);
    expect(await verify(officer.id, 'text', 'not a signature')).toBe(false);
    expect(await verify(officer.id, 'text', '')).toBe(false);
  });
});
