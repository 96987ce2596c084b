import { afterEach, expect, it, vi } from 'vitest';
import { randomBytes, text } from '../vault/bytes.js';
import { type SealedPlace, sealList } from '../vault/seal.js';
import { openInWorker, type PageAsk } from './pages-in-worker.js';
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
  readonly #scope: { onmessage?: (event: { data: PageAsk }) => Promise<void> };

  constructor() {
    Thread.all.push(this);
    this.#scope = {};
    const scope = this.#scope;
    vi.stubGlobal(
      'self',
      Object.assign(scope, {
        postMessage: (data: unknown) => {
          if (!this.isEnded) this.onmessage({ data: structuredClone(data) });
        },
      }),
    );
  }

  async postMessage(data: PageAsk): Promise<void> {
    vi.resetModules();
    await import('./pages.worker.js');
    await this.#scope.onmessage?.({ data });
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
  const opener = openInWorker();
  expect(text(await opener.open(key, place, sealed))).toBe('["Rowan Vael"]');
  opener.end();
  expect(Thread.all.map(({ isEnded }) => isEnded)).toEqual([true]);
});

it('refuses what was altered, or belongs in another place', async () => {
  vi.stubGlobal('Worker', Thread);
  const { key, sealed } = await page();
  const opener = openInWorker();
  const refused = expect.objectContaining({ code: 'CP_VAULT_UNREADABLE' });
  await expect(opener.open(key, place, await altered(sealed, 50))).rejects.toEqual(refused);
  await expect(opener.open(key, { ...place, seq: 2 }, sealed)).rejects.toEqual(refused);
});

it('opens here what a worker that died was asked for, and all after it', async () => {
  vi.stubGlobal(
    'Worker',
    class extends Thread {
      override async postMessage(): Promise<void> {
        this.onerror();
      }
    },
  );
  const { key, sealed } = await page();
  const opener = openInWorker();
  for (let again = 0; again < 2; again += 1)
    expect(text(await opener.open(key, place, sealed))).toBe('["Rowan Vael"]');
  expect(Thread.all.map(({ isEnded }) => isEnded)).toEqual([true]);
});
