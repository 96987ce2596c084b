import { describe, expect, it, vi } from 'vitest';
import { hex, utf8 } from './bytes.js';
import { DERIVATION, type DeriveRequest } from './derivation.js';
import { deriveHere } from './derive.js';
import { passphraseKey } from './keys.js';

// A passphrase takes its time on purpose, more so on a machine that is busy.
vi.setConfig({ testTimeout: 30_000 });

const request = (derivation: object): DeriveRequest => ({
  secret: utf8('copper kettle mossy lantern'),
  salt: utf8('0123456789abcdef'),
  derivation: { ...DERIVATION, ...derivation },
});

describe('deriving', () => {
  it('is Argon2id, one key for one passphrase and salt', async () => {
    const key = hex(await deriveHere(request({})));
    // As OpenSSL derives it: argon2id, memory 65536, passes 3, parallelism 4, 32 bytes.
    expect(key).toBe('e5801afafb679fd1b08f979c354a9e4d2059f337c132494b50dad0589b6ad549');
    const other = { ...request({}), salt: utf8('0123456789abcdeF') };
    expect(hex(await deriveHere(other))).not.toBe(key);
  });

  it.each([
    { memoryKiB: 65_535 },
    { iterations: 2 },
    { parallelism: 3 },
    { name: 'pbkdf2' },
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

  it('refuses a salt that is too short', async () => {
    const short = { ...request({}), salt: utf8('0123456789') };
    await expect(deriveHere(short)).rejects.toMatchObject({ code: 'CP_VAULT_UNREADABLE' });
  });

  it('leaves no raw key behind', async () => {
    const raw = utf8('k'.repeat(32));
    const { derivation, salt } = request({});
    const key = await passphraseKey(
      'copper kettle mossy lantern',
      salt,
      derivation,
      async () => raw,
    );
    expect(raw).toEqual(new Uint8Array(32));
    expect(key.extractable).toBe(false);
  });
});
