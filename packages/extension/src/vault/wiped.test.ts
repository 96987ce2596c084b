/** Every buffer with a key or a secret is overwritten: each is caught on its way into and out of WebCrypto. */
import { RecordId } from '@cyber-prevent/core';
import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Bytes, hex, randomBytes, sha256, utf8, wipe } from './bytes.js';
import { changeSecret } from './change-secret.js';
import { ARGON2ID, type Derive } from './derivation.js';
import { makeVault, openVault } from './open-vault.js';
import { open, openJson, type SealedPlace, seal, sealJson } from './seal.js';

const officer = {
  id: v.parse(RecordId, '0ff1ce00-0000-4000-8000-000000000001'),
  name: 'Morgan Ashdown',
  number: '4417',
  force: 'north-test',
  role: 'Regional Cyber Prevent officer',
  regime: 'dpa-part-3',
};
const passphrase = 'copper kettle mossy lantern';
const place: SealedPlace = {
  vault: 'a',
  table: 't',
  device: 'd',
  seq: 0,
  schema: 1,
  key: 'k',
};

interface Caught {
  readonly what: string;
  readonly bytes: Uint8Array;
  /** A copy of its content when it was caught. */
  readonly held: string;
}

/** Calls WebCrypto, and keeps the very buffers of the secrets that go in and come out. */
function catchBuffers(): readonly Caught[] {
  const caught: Caught[] = [];
  const take = (what: string, source: BufferSource): void => {
    const bytes = ArrayBuffer.isView(source)
      ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
      : new Uint8Array(source);
    caught.push({ what, bytes, held: hex(bytes) });
  };
  const { subtle } = crypto;
  const real = {
    importKey: subtle.importKey.bind(subtle),
    exportKey: subtle.exportKey.bind(subtle),
    encrypt: subtle.encrypt.bind(subtle),
    decrypt: subtle.decrypt.bind(subtle),
  };
  vi.spyOn(subtle, 'importKey').mockImplementation((async (
    ...args: Parameters<typeof real.importKey>
  ) => {
    // The raw form of an asymmetric key is its public half.
    const [format, data, algorithm] = args;
    const name = typeof algorithm === 'string' ? algorithm : algorithm.name;
    if (format !== 'raw' || !/25519/.test(name)) take(`imported ${name}`, data as BufferSource);
    return real.importKey(...args);
  }) as typeof subtle.importKey);
  vi.spyOn(subtle, 'exportKey').mockImplementation((async (format, key) => {
    const exported = await real.exportKey(format as 'raw', key);
    if (format !== 'raw') take(`exported ${format}`, exported);
    return exported;
  }) as typeof subtle.exportKey);
  vi.spyOn(subtle, 'encrypt').mockImplementation(async (algorithm, key, data) => {
    take('sealed', data);
    return real.encrypt(algorithm, key, data);
  });
  vi.spyOn(subtle, 'decrypt').mockImplementation(async (algorithm, key, data) => {
    const plain = await real.decrypt(algorithm, key, data);
    take('opened', plain);
    return plain;
  });
  return caught;
}

const notWiped = (caught: readonly Caught[]): string[] =>
  caught.flatMap(({ what, bytes }) => (bytes.some((byte) => byte !== 0) ? [what] : []));

describe('a buffer that held a secret', () => {
  afterEach(() => vi.restoreAllMocks());
  const derived: Uint8Array[] = [];
  const quick: Derive = async ({ secret, salt }) => {
    derived.push(secret);
    const key = await sha256(utf8(hex(salt) + hex(secret)));
    derived.push(key);
    return key;
  };

  it('is overwritten when a vault is made, opened by either secret, and changed', async () => {
    const caught = catchBuffers();
    const { header, recoveryKey } = await makeVault('practice', officer, passphrase, quick);
    for (const secret of [{ passphrase }, { recoveryKey }])
      expect(await openVault(header, secret, quick)).toBeDefined();
    const next = { passphrase: 'seven quiet herons glide', derivation: ARGON2ID };
    expect(await changeSecret(header, { passphrase }, next, quick)).toBeDefined();
    expect(
      await changeSecret(header, { recoveryKey }, { recoveryKey: 'new' }, quick),
    ).toBeDefined();
    expect(new Set(caught.map(({ what }) => what))).toEqual(
      new Set([
        'imported AES-GCM',
        'imported HKDF',
        'imported Ed25519',
        'imported X25519',
        'exported pkcs8',
        'sealed',
        'opened',
      ]),
    );
    for (const { held } of caught) expect(held).toMatch(/[1-9a-f]/);
    expect(notWiped(caught)).toEqual([]);
    expect(derived.length).toBeGreaterThan(0);
    for (const bytes of derived) expect(bytes.every((byte) => byte === 0)).toBe(true);
  });

  it('is overwritten when the secret was wrong, and when what is inside was altered', async () => {
    const { header, recoveryKey } = await makeVault('practice', officer, passphrase, quick);
    const caught = catchBuffers();
    expect(await openVault(header, { passphrase: 'wrong wrong wrong' }, quick)).toBeUndefined();
    const altered = { ...header, changed: 3 };
    await expect(openVault(altered, { recoveryKey }, quick)).rejects.toThrow();
    const next = { passphrase: 'seven quiet herons glide', derivation: ARGON2ID };
    await expect(changeSecret(altered, { recoveryKey }, next, quick)).rejects.toThrow();
    expect(caught.length).toBeGreaterThan(0);
    expect(notWiped(caught)).toEqual([]);
  });

  it('is overwritten of what is sealed and opened, once the caller wipes what it was handed', async () => {
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    const caught = catchBuffers();
    const plain: Bytes = randomBytes(900);
    const handed = await open(key, place, await seal(key, place, plain));
    expect(handed).toEqual(plain);
    wipe(handed);
    expect(await openJson(key, place, await sealJson(key, place, { name: 'Rowan' }))).toEqual({
      name: 'Rowan',
    });
    expect(caught.map(({ what }) => what)).toEqual(['sealed', 'opened', 'sealed', 'opened']);
    expect(notWiped(caught)).toEqual([]);
  });
});
