import { afterEach, expect, it, vi } from 'vitest';
import { type Bytes, randomBytes, utf8 } from '../vault/bytes.js';
import { type SealedPlace, seal } from '../vault/seal.js';
import type { ProofAsk } from './place/proof-message.js';
import { proveInWorker } from './prove-in-worker.js';

const place: SealedPlace = {
  vault: 'a',
  table: 'batches',
  device: 'd',
  seq: 1,
  schema: 1,
  key: 'batches/1',
};

/** A browser thread: it runs the worker's own file, and detaches the buffers transferred to it, as a browser does. */
class Thread {
  static all: Thread[] = [];
  onmessage: (event: { data: unknown }) => void = () => undefined;
  onerror: () => void = () => undefined;
  isEnded = false;
  readonly #scope: { onmessage?: (event: { data: ProofAsk }) => Promise<void> };

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

  async postMessage(ask: ProofAsk, transfer: ArrayBuffer[]): Promise<void> {
    const data = structuredClone(ask, { transfer });
    vi.resetModules();
    await import('./prove.worker.js');
    await this.#scope.onmessage?.({ data });
  }

  terminate(): void {
    this.isEnded = true;
  }
}

/** A worker that the browser ends at its first request. */
class Dying extends Thread {
  override async postMessage(...[, transfer]: Parameters<Thread['postMessage']>) {
    for (const buffer of transfer) structuredClone(buffer, { transfer: [buffer] });
    this.onerror();
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
  Thread.all = [];
});

/** Sealed bytes, with a new copy for each transfer. */
async function sealedOnce(): Promise<{ key: CryptoKey; copy: () => Bytes }> {
  const key = await crypto.subtle.importKey('raw', randomBytes(32), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
  const sealed = await seal(key, place, utf8('Rowan Vael'));
  return { key, copy: () => sealed.slice() };
}

it('has both copies proved by the worker, which keeps them, and lets go of it', async () => {
  vi.stubGlobal('Worker', Thread);
  const { key, copy } = await sealedOnce();
  const prover = proveInWorker();
  const [sealed, other] = [copy(), copy()];
  expect(await prover.areSound(key, place, sealed, other)).toBe(true);
  expect([sealed.length, other.length]).toEqual([0, 0]);
  expect(await prover.areSound(key, place, copy(), copy().fill(0, 100))).toBe(false);
  expect(await prover.areSound(key, { ...place, seq: 2 }, copy(), copy())).toBe(false);
  prover.end();
  expect(Thread.all.map(({ isEnded }) => isEnded)).toEqual([true]);
});

it('calls nothing sound of which a worker that died has the bytes, and proves here what comes after', async () => {
  vi.stubGlobal('Worker', Dying);
  const { key, copy } = await sealedOnce();
  const prover = proveInWorker();
  expect(await prover.areSound(key, place, copy(), copy())).toBe(false);
  expect(await prover.areSound(key, place, copy(), copy())).toBe(true);
  expect(await prover.areSound(key, place, copy(), copy().fill(0, 100))).toBe(false);
});
