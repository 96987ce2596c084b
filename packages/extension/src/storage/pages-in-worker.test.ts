import { afterEach, expect, it, vi } from 'vitest';
import { randomBytes, text } from '../vault/bytes.js';
import { open, type SealedPlace, sealList } from '../vault/seal.js';
import type { PageKey } from './page-hand.js';
import { type PageAnswer, type PageAsk, pagesInWorker } from './pages-in-worker.js';
import { altered } from './storage-under-test.js';

const place: SealedPlace = {
  vault: 'a',
  table: 'pages/1',
  device: 'd',
  seq: 1,
  schema: 2,
  key: 'pages/1',
};

/** A thread of the browser: it runs the worker's own file, and hands over by a copy as a browser does. */
class Thread {
  static all: Thread[] = [];
  onmessage: (event: { data: unknown }) => void = () => undefined;
  onerror: () => void = () => undefined;
  isEnded = false;
  /** Bytes of the buffers that were handed over to it. */
  readonly given: number[] = [];
  /** How many bytes had anything left in them in those that it handed back. */
  readonly left: number[] = [];
  readonly #scope: { onmessage?: (event: { data: PageAsk }) => Promise<void> };

  constructor() {
    Thread.all.push(this);
    this.#scope = {};
    const scope = this.#scope;
    vi.stubGlobal(
      'self',
      Object.assign(scope, {
        postMessage: (data: PageAnswer, options?: StructuredSerializeOptions) => {
          if (data.room) this.left.push(data.room.filter((byte) => byte !== 0).length);
          if (!this.isEnded) this.onmessage({ data: structuredClone(data, options) });
        },
      }),
    );
  }

  async postMessage(data: PageAsk, transfer: ArrayBuffer[]): Promise<void> {
    this.given.push(...transfer.map(({ byteLength }) => byteLength));
    const handed = 'list' in data ? { list: structuredClone(data.list, { transfer }) } : {};
    vi.resetModules();
    await import('./pages.worker.js');
    await this.#scope.onmessage?.({ data: { ...data, ...handed } });
  }

  terminate(): void {
    this.isEnded = true;
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
  Thread.all = [];
});

async function page(): Promise<{ key: CryptoKey; sealed: Blob }> {
  const key = await crypto.subtle.importKey('raw', randomBytes(32), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
  return { key, sealed: await sealList(key, place, ['"Rowan Vael"']) };
}

it('gives what the worker opened', async () => {
  vi.stubGlobal('Worker', Thread);
  const { key, sealed } = await page();
  const hand = pagesInWorker();
  expect(text(await hand.open(key, place, sealed))).toBe('["Rowan Vael"]');
  hand.end();
  expect(Thread.all.map(({ isEnded }) => isEnded)).toEqual([true]);
});

const LISTS = [['"Rowan Vael"', '"Zoë O’Connell"'], [], Array(300).fill('"Marisol"'), ['"Corin"']];

it('seals lists in the worker, each for its own place and in the memory of one before, with nothing left in it', async () => {
  vi.stubGlobal('Worker', Thread);
  const { key } = await page();
  const hand = pagesInWorker();
  for (const [seq, list] of LISTS.entries()) {
    const sealed = await hand.seal(Promise.resolve({ key, place: { ...place, seq } }), () => list);
    const plain = await open(key, { ...place, seq }, new Uint8Array(await sealed.arrayBuffer()));
    expect(JSON.parse(text(plain))).toEqual(list.map((each) => JSON.parse(each)));
  }
  hand.end();
  expect(Thread.all).toHaveLength(1);
  const [thread] = Thread.all;
  const [short = 0, , long] = thread?.given ?? [];
  expect(thread?.given).toEqual([short, short, long, long]);
  expect(long).toBeGreaterThan(short);
  expect(thread?.left).toEqual([0, 0, 0, 0]);
});

it('refuses what was altered, or belongs in another place', async () => {
  vi.stubGlobal('Worker', Thread);
  const { key, sealed } = await page();
  const hand = pagesInWorker();
  const refused = expect.objectContaining({ code: 'CP_VAULT_UNREADABLE' });
  await expect(hand.open(key, place, await altered(sealed, 50))).rejects.toEqual(refused);
  await expect(hand.open(key, { ...place, seq: 2 }, sealed)).rejects.toEqual(refused);
});

it('opens and seals here what a worker that died was asked for, and all after it', async () => {
  vi.stubGlobal(
    'Worker',
    class extends Thread {
      override async postMessage(): Promise<void> {
        this.onerror();
      }
    },
  );
  const { key, sealed } = await page();
  const hand = pagesInWorker();
  for (let again = 0; again < 2; again += 1) {
    expect(text(await hand.open(key, place, sealed))).toBe('["Rowan Vael"]');
    const own = await hand.seal(Promise.resolve({ key, place }), () => ['"Corin"']);
    expect(text(await hand.open(key, place, own))).toBe('["Corin"]');
  }
  expect(Thread.all.map(({ isEnded }) => isEnded)).toEqual([true]);
});

it('seals here, from the first text, what a worker that died had been given', async () => {
  vi.stubGlobal(
    'Worker',
    class extends Thread {
      override async postMessage(data: PageAsk, transfer: ArrayBuffer[]): Promise<void> {
        // What it held is gone with it.
        if ('list' in data) structuredClone(data.list, { transfer });
        this.onerror();
      }
    },
  );
  const { key } = await page();
  const hand = pagesInWorker();
  const sealed = await hand.seal(Promise.resolve({ key, place }), () => ['"Rowan Vael"']);
  expect(text(await hand.open(key, place, sealed))).toBe('["Rowan Vael"]');
});

it('hands nothing over before there is a key, nor when there is none', async () => {
  vi.stubGlobal('Worker', Thread);
  const { key } = await page();
  const hand = pagesInWorker();
  let made: (under: PageKey) => void = () => undefined;
  const sealing = hand.seal(new Promise((resolve) => (made = resolve)), () => ['"Corin"']);
  expect(Thread.all[0]?.given).toEqual([]);
  made({ key, place });
  expect(text(await hand.open(key, place, await sealing))).toBe('["Corin"]');
  const refused = new RangeError('No room for a key');
  await expect(hand.seal(Promise.reject(refused), () => ['"Corin"'])).rejects.toBe(refused);
  expect(Thread.all[0]?.given).toHaveLength(1);
});
