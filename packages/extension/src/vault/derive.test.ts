import { describe, expect, it } from 'vitest';
import { hex, utf8 } from './bytes.js';
import { ARGON2ID, type Derive, type DeriveRequest, PBKDF2 } from './derivation.js';
import { deriveHere } from './derive.js';
import { passphraseKey } from './keys.js';

const request = (derivation: object): DeriveRequest => ({
  secret: utf8('copper kettle mossy lantern'),
  salt: utf8('0123456789abcdef'),
  derivation: { ...ARGON2ID, ...derivation },
});

describe('deriving', () => {
  it('is Argon2id, one key for one passphrase and salt', async () => {
    const key = hex(await deriveHere(request({})));
    // As derived by OpenSSL: argon2id, memory 65536, passes 3, parallelism 4, 32 bytes.
    expect(key).toBe('e5801afafb679fd1b08f979c354a9e4d2059f337c132494b50dad0589b6ad549');
    const other = { ...request({}), salt: utf8('0123456789abcdeF') };
    expect(hex(await deriveHere(other))).not.toBe(key);
  });

  it('is PBKDF2 with SHA-256 where it was chosen', async () => {
    const key = hex(await deriveHere({ ...request({}), derivation: PBKDF2 }));
    // As derived by OpenSSL: 600,000 iterations, SHA-256, 32 bytes.
    expect(key).toBe('b7e44c0c4f3253334ba3972aebbdf5fdc79f9cf79e561069cb19d405c296e2d4');
  });

  it.each([
    { memoryKiB: 65_535 },
    { iterations: 2 },
    { parallelism: 3 },
    { name: 'pbkdf2' },
    { name: 'pbkdf2-sha-256', iterations: 600_000 },
    { memoryKiB: 4_000_000 },
    { iterations: 3.5 },
  ])('refuses %o, and derives nothing', async (lowered) => {
    await expect(deriveHere(request(lowered))).rejects.toMatchObject({
      code: 'CP_VAULT_UNREADABLE',
    });
    let isDerived = false;
    const { derivation, salt } = request(lowered);
    const asked = passphraseKey('copper kettle mossy lantern', salt, derivation, async () => {
      isDerived = true;
      return new Uint8Array(32);
    });
    await expect(asked).rejects.toMatchObject({ code: 'CP_VAULT_UNREADABLE' });
    expect(isDerived).toBe(false);
  });

  it.each([599_999, 1, 600_000.5, 20_000_000])(
    'refuses PBKDF2 of %d iterations, and derives nothing',
    async (iterations) => {
      const lowered = { ...request({}), derivation: { ...PBKDF2, iterations } as typeof PBKDF2 };
      await expect(deriveHere(lowered)).rejects.toMatchObject({ code: 'CP_VAULT_UNREADABLE' });
    },
  );

  it('refuses a salt that is too short', async () => {
    const short = { ...request({}), salt: utf8('0123456789') };
    await expect(deriveHere(short)).rejects.toMatchObject({ code: 'CP_VAULT_UNREADABLE' });
  });

  it('leaves neither the raw key nor the passphrase behind, though it fails', async () => {
    const raw = utf8('k'.repeat(32));
    const { derivation, salt } = request({});
    let held = new Uint8Array();
    const derive =
      (fails: boolean): Derive =>
      async ({ secret }) => {
        held = secret;
        expect(secret).toEqual(utf8('copper kettle mossy lantern'));
        if (fails) throw new Error('Short of memory');
        return raw;
      };
    const made = (fails: boolean) =>
      passphraseKey('copper kettle mossy lantern', salt, derivation, derive(fails));
    const key = await made(false);
    expect(raw).toEqual(new Uint8Array(32));
    expect(held).toEqual(new Uint8Array(held.length));
    expect(key.extractable).toBe(false);
    await expect(made(true)).rejects.toThrow('Short of memory');
    expect(held).toEqual(new Uint8Array(held.length));
  });
});
