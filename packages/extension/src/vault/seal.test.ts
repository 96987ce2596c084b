import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { randomBytes, text, utf8, wipe } from './bytes.js';
import { newRoot, purposeKeys } from './keys.js';
import {
  areSound,
  open,
  openJson,
  type SealedPlace,
  seal,
  sealJson,
  sealTexts,
  sizeClass,
} from './seal.js';

const place: SealedPlace = {
  vault: 'a',
  table: 'batches',
  device: 'd',
  seq: 7,
  schema: 1,
  key: 'batches/1',
};
const joined = (parts: readonly Uint8Array[]) =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
const refused = { code: 'CP_VAULT_UNREADABLE' };

describe('sealed bytes', () => {
  let key: CryptoKey;
  beforeAll(async () => {
    key = (await purposeKeys(newRoot(), 'a')).batches;
  });

  it('open in their own place as what was sealed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
        expect(await open(key, place, await seal(key, place, bytes))).toEqual(bytes);
      }),
      { numRuns: 50 },
    );
    const value = { name: 'Rowan Vael', notes: ['‮', '\u0000', '😀'] };
    expect(await openJson(key, place, await sealJson(key, place, value))).toEqual(value);
  });

  it('give back texts in ASCII, whatever their letters, however long the ones before were', async () => {
    const checked = async (list: readonly string[]) => {
      const sealed = joined(
        await sealTexts(
          key,
          place,
          list.map((each) => JSON.stringify(each)),
          (lengths) => JSON.stringify([lengths, '’']),
        ),
      );
      const plain = await open(key, place, sealed);
      expect(plain.every((byte) => byte < 0x80)).toBe(true);
      const all = text(plain);
      const end = all.lastIndexOf('\n');
      const [lengths] = JSON.parse(all.slice(end + 1)) as [number[], string];
      const ends = lengths.map((_, index) =>
        lengths.slice(0, index + 1).reduce((sum, each) => sum + each, 0),
      );
      const texts = ends.map((to, index) => all.slice(ends[index - 1] ?? 0, to));
      expect(texts.map((each) => JSON.parse(each))).toEqual(list);
      expect(ends.at(-1) ?? 0).toBe(end);
      expect(sealed.length).toBe((await seal(key, place, plain)).length);
    };
    // Longer than all before, so that the room must grow in the middle of it; with lone surrogates, as in text from a
    // page.
    const hard = ['Rowan', '’', '\ud83d', '😀\x7f\x80', '', 'Zoë', '\uffff\n"\\'];
    const long = Array.from({ length: 60 }, (_, each) => hard.join('').repeat(each));
    for (const list of [[], hard, long, hard]) await checked(list);
  });

  it('leave nothing behind them in memory when what was opened is wiped', async () => {
    const decrypting = vi.spyOn(crypto.subtle, 'decrypt');
    const encrypting = vi.spyOn(crypto.subtle, 'encrypt');
    wipe(await open(key, place, await seal(key, place, utf8('Rowan Vael'))));
    const parts = await sealTexts(key, place, ['"Rowan Vael"'], () => '"Marisol"');
    wipe(await open(key, place, joined(parts)));
    const given = encrypting.mock.calls.map(([, , data]) => data as Uint8Array);
    const got = await Promise.all(
      decrypting.mock.results.map(async ({ value }) => new Uint8Array(await value)),
    );
    vi.restoreAllMocks();
    expect([given.length, got.length]).toEqual([2, 2]);
    expect(given.flatMap((bytes) => [...bytes]).some((byte) => byte !== 0)).toBe(false);
    // The length stays, and reveals nothing.
    for (const bytes of got) expect(bytes.slice(4).some((byte) => byte !== 0)).toBe(false);
  });

  it('are refused when any byte of a record of two kibibytes is altered, by one bit or by all', async () => {
    const record = randomBytes(2044);
    const sealed = await seal(key, place, record);
    expect(sealed.length).toBe(1 + 12 + 2048 + 16);
    let refusals = 0;
    for (let at = 0; at < sealed.length; at += 1)
      for (const flip of [0x01, 0x80, 0xff]) {
        const altered = sealed.slice();
        altered[at] = (altered[at] ?? 0) ^ flip;
        await open(key, place, altered).catch(({ code }) => {
          if (code === refused.code) refusals += 1;
        });
      }
    expect(refusals).toBe(3 * sealed.length);
    expect(await open(key, place, sealed)).toEqual(record);
  });

  it('are sound in their own place where a copy of them is the same to the last byte', async () => {
    const sealed = await seal(key, place, utf8('Rowan Vael'));
    const flipped = sealed.map((byte, at) => (at === sealed.length - 1 ? byte ^ 1 : byte));
    expect(await areSound(key, place, sealed, sealed.slice())).toBe(true);
    expect(await areSound(key, place, sealed, flipped)).toBe(false);
    expect(await areSound(key, place, flipped, flipped.slice())).toBe(false);
    expect(await areSound(key, place, sealed, sealed.subarray(1))).toBe(false);
    expect(await areSound(key, place, sealed.subarray(0, -1), sealed.slice())).toBe(false);
    expect(await areSound(key, { ...place, seq: 8 }, sealed, sealed.slice())).toBe(false);
  });

  it('leave nothing behind them in memory when they were only proved', async () => {
    const opened: ArrayBuffer[] = [];
    const decrypt = crypto.subtle.decrypt.bind(crypto.subtle);
    const spy = vi.spyOn(crypto.subtle, 'decrypt').mockImplementation(async (...how) => {
      opened.push(await decrypt(...how));
      return opened[0] ?? new ArrayBuffer();
    });
    const sealed = await seal(key, place, utf8('Rowan Vael'));
    expect(await areSound(key, place, sealed, sealed.slice())).toBe(true);
    spy.mockRestore();
    expect(opened.map((bytes) => new Uint8Array(bytes).some((byte) => byte !== 0))).toEqual([
      false,
    ]);
  });

  it('are refused when they are cut or added to', async () => {
    const sealed = await seal(key, place, utf8('Rowan Vael'));
    for (const length of [0, 1, 12, 13, 29, 100, sealed.length - 1])
      await expect(open(key, place, sealed.slice(0, length))).rejects.toMatchObject(refused);
    const longer = new Uint8Array(sealed.length + 1);
    longer.set(sealed);
    await expect(open(key, place, longer)).rejects.toMatchObject(refused);
  });

  it('are refused in any place but their own', async () => {
    const sealed = await seal(key, place, utf8('Rowan Vael'));
    const elsewhere: Partial<SealedPlace>[] = [
      { vault: 'b' },
      { table: 'work' },
      { device: 'e' },
      { seq: 8 },
      { schema: 2 },
      { key: 'batches/2' },
    ];
    for (const other of elsewhere)
      await expect(open(key, { ...place, ...other }, sealed)).rejects.toMatchObject(refused);
  });

  it('are refused for every pair that changed places', async () => {
    const places = Array.from({ length: 12 }, (_, seq) => ({ ...place, seq }));
    const sealed = await Promise.all(places.map((own) => seal(key, own, utf8(`batch ${own.seq}`))));
    for (const [at, own] of places.entries())
      for (const [from, bytes] of sealed.entries()) {
        const opened = open(key, own, bytes).then(text);
        if (at === from) expect(await opened).toBe(`batch ${at}`);
        else await expect(opened).rejects.toMatchObject(refused);
      }
  });

  it('are refused under the key of another purpose or another vault', async () => {
    const root = newRoot();
    const [mine, others] = [await purposeKeys(root, 'a'), await purposeKeys(root, 'b')];
    const sealed = await seal(mine.batches, place, utf8('Rowan Vael'));
    for (const other of [mine.work, mine.mark, mine.identity, others.batches])
      await expect(open(other, place, sealed)).rejects.toMatchObject(refused);
  });

  it('are never twice the same', async () => {
    const [one, other] = [await seal(key, place, utf8('x')), await seal(key, place, utf8('x'))];
    expect(one).not.toEqual(other);
  });

  it('tell no more of a length than its class', async () => {
    const lengths = [0, 1, 100, 252].map(async (length) => seal(key, place, randomBytes(length)));
    expect(new Set((await Promise.all(lengths)).map(({ length }) => length)).size).toBe(1);
    expect([1, 256, 257, 65_536, 65_537, 200_000].map(sizeClass)).toEqual([
      256, 256, 512, 65_536, 131_072, 262_144,
    ]);
  });

  it('come from buffers that can be wiped', () => {
    const secret = randomBytes(32);
    wipe(secret);
    expect(secret).toEqual(new Uint8Array(32));
    const handedOver = randomBytes(32);
    structuredClone(handedOver, { transfer: [handedOver.buffer] });
    expect(() => wipe(handedOver)).not.toThrow();
  });
});
