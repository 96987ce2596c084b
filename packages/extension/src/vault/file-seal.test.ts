import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSealedBackup, sealBackup } from './backup-seal.js';
import { type Bytes, base64url, fromBase64url, randomBytes, utf8 } from './bytes.js';
import { ARGON2ID } from './derivation.js';
import { readSealedExchange, sealExchange } from './exchange-seal.js';
import type { VaultHeader } from './header.js';
import { importPrivate, newPair } from './identity.js';
import { newRoot, purposeKeys } from './keys.js';

const VAULT = '7a017000-0000-4000-8000-000000000001';
const sealed = () => base64url(randomBytes(60));
const header = {
  version: 1,
  vault: VAULT,
  kind: 'practice',
  changed: 0,
  passphrase: { derivation: ARGON2ID, salt: sealed(), root: sealed() },
  recovery: { salt: sealed(), root: sealed() },
  identity: sealed(),
  signing: sealed(),
  exchange: sealed(),
} as VaultHeader;

/** Words that fill several chunks, including letters of several bytes. */
const TEXT = `${'Petra Lindqvist café 🦊 '.repeat(20)}\n`;
const CHUNK = 64;

async function* pieces(...given: readonly string[]): AsyncGenerator<string> {
  yield* given;
}
async function* inBytes(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
async function joined(parts: AsyncIterable<Uint8Array>): Promise<Bytes> {
  const all: number[] = [];
  for await (const part of parts) all.push(...part);
  return Uint8Array.from(all);
}
async function textOf(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}

describe('a backup file', () => {
  let backup: CryptoKey;
  let file: Bytes;
  beforeAll(async () => {
    backup = (await purposeKeys(newRoot(), VAULT)).backup;
    file = await joined(sealBackup(header, backup, pieces(TEXT.slice(0, 9), TEXT.slice(9)), CHUNK));
  });
  const opened = async (bytes: Uint8Array, key = backup, size = 1000) =>
    textOf((await readSealedBackup(inBytes(bytes, size))).open(key));

  it('opens with the key of the vault, in whatever pieces it is read', async () => {
    for (const size of [1, 50, 1_000_000]) expect(await opened(file, backup, size)).toBe(TEXT);
    expect((await readSealedBackup(inBytes(file, 100))).vault).toEqual(header);
  });

  it('shows nothing of what is in it', () => {
    expect(new TextDecoder('latin1').decode(file)).not.toContain('Petra');
  });

  it('opens whatever its length', async () => {
    for (const length of [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK]) {
      const text = 'x'.repeat(length);
      const bytes = await joined(sealBackup(header, backup, pieces(text), CHUNK));
      expect(await opened(bytes)).toBe(text);
    }
  });

  it('does not open with another key', async () => {
    const other = await purposeKeys(newRoot(), VAULT);
    await expect(opened(file, other.backup)).rejects.toThrow('altered');
  });

  it('does not open with any byte altered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: file.length - 1 }), fc.nat({ max: 7 }), async (at, bit) => {
        const bytes = file.slice();
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        await expect(opened(bytes)).rejects.toMatchObject({ code: 'CP_ENVELOPE_UNREADABLE' });
      }),
      { numRuns: 200 },
    );
  });

  it('does not open when it was cut anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: file.length - 1 }), async (length) => {
        await expect(opened(file.slice(0, length))).rejects.toMatchObject({
          code: 'CP_ENVELOPE_UNREADABLE',
        });
      }),
      { numRuns: 200 },
    );
  });

  it('does not open with two chunks in each other’s place, and says when the end is missing', async () => {
    const start = file.length - (await lengthOfChunks());
    const chunk = (index: number) =>
      file.slice(start + index * (CHUNK + 16), start + (index + 1) * (CHUNK + 16));
    const moved = file.slice();
    moved.set(chunk(1), start);
    moved.set(chunk(0), start + CHUNK + 16);
    await expect(opened(moved)).rejects.toThrow('altered');
    await expect(opened(file.slice(0, start + 2 * (CHUNK + 16)))).rejects.toThrow('ends too early');
  });

  it('seals the same words otherwise in each chunk', async () => {
    const bytes = await joined(sealBackup(header, backup, pieces('x'.repeat(2 * CHUNK)), CHUNK));
    const chunks = bytes.slice(-2 * (CHUNK + 16));
    const [first, second] = [chunks.slice(0, CHUNK), chunks.slice(CHUNK + 16, 2 * CHUNK + 16)];
    expect(first).not.toEqual(second);
    const moved = bytes.slice();
    moved.set(chunks.slice(0, CHUNK + 16), bytes.length - (CHUNK + 16));
    await expect(opened(moved)).rejects.toThrow('altered');
  });

  it('is told from what is none and what a newer release made', async () => {
    await expect(opened(utf8('Something else altogether'))).rejects.toThrow('not a file');
    const newer = new TextDecoder('latin1').decode(file).replace('"version":1', '"version":7');
    const bytes = Uint8Array.from(newer, (letter) => letter.charCodeAt(0));
    await expect(opened(bytes)).rejects.toThrow('newer release');
  });

  async function lengthOfChunks(): Promise<number> {
    const plain = utf8(TEXT).length;
    return plain + 16 * Math.ceil(plain / CHUNK);
  }
});

describe('an exchange file', () => {
  const officer = async () => {
    const { publicKey, privateBytes } = await newPair('exchange');
    return {
      exchangeKey: publicKey,
      exchange: await importPrivate('exchange', privateBytes),
    };
  };

  it('opens for the colleague that it was made for, and for nobody else', async () => {
    const [from, to, other] = [await officer(), await officer(), await officer()];
    const between = { from: from.exchangeKey, to: to.exchangeKey };
    const file = await joined(sealExchange(between, pieces(TEXT)));
    const read = await readSealedExchange(inBytes(file, 70), to);
    expect(read.from).toBe(from.exchangeKey);
    expect(await textOf(read.body)).toBe(TEXT);
    expect(new TextDecoder('latin1').decode(file)).not.toContain('Petra');
    for (const stranger of [other, from])
      await expect(readSealedExchange(inBytes(file, 70), stranger)).rejects.toThrow(
        'another officer’s key',
      );
    const claims = { ...other, exchangeKey: to.exchangeKey };
    const stolen = await readSealedExchange(inBytes(file, 70), claims);
    await expect(textOf(stolen.body)).rejects.toThrow('altered');
  });

  it('does not open with any byte altered', async () => {
    const [from, to] = [await officer(), await officer()];
    const between = { from: from.exchangeKey, to: to.exchangeKey };
    const file = await joined(sealExchange(between, pieces(TEXT)));
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: file.length - 1 }), fc.nat({ max: 7 }), async (at, bit) => {
        const bytes = file.slice();
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        const read = async () => textOf((await readSealedExchange(inBytes(bytes, 500), to)).body);
        await expect(read()).rejects.toMatchObject({ code: 'CP_ENVELOPE_UNREADABLE' });
      }),
      { numRuns: 200 },
    );
  });

  it('is sealed anew each time', async () => {
    const [from, to] = [await officer(), await officer()];
    const between = { from: from.exchangeKey, to: to.exchangeKey };
    const [one, other] = [
      await joined(sealExchange(between, pieces(TEXT))),
      await joined(sealExchange(between, pieces(TEXT))),
    ];
    expect(one).not.toEqual(other);
    expect(fromBase64url(base64url(one))).toEqual(one);
  });
});
