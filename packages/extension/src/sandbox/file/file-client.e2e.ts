/** Importers in the sandboxed worker of a real browser: long files, hostile plugins, and a reading that is stopped. */
import type { Issue } from '@cyber-prevent/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openExtension, type TestExtension } from '../../page/test-extension.js';
import { LONG_TASK_MS, longestOfThree, longestTask, MARKS_END } from '../../page/thread-time.js';

declare const test: {
  about(): Promise<readonly string[]>;
  busy(ms: number): Promise<void>;
  read(importer: string, text: string, stopAt?: number): Promise<Seen>;
};
interface Seen {
  readonly rows: readonly unknown[] | undefined;
  readonly issues: readonly Issue[];
  readonly progress: number;
  readonly frames: number;
  /** Milliseconds of the reading, by the clock. */
  readonly tookMs: number;
}

const PANEL = `
  import { fileClient } from '../sandbox/file/file-client.ts';
  const files = fileClient('parse.html', { quietMs: 3000, wholeMs: 20000 });
  globalThis.test = {
    async about() {
      const asked = await files.importers();
      return asked.ok ? asked.value.map(({ id }) => id) : asked.issues.map(({ code }) => code);
    },
    async busy(ms) {
      const from = performance.now();
      while (performance.now() - from < ms);
      // The task of the mark is the next one, and the test waits for it.
      await new Promise((resolve) => setTimeout(resolve));
      ${MARKS_END};
    },
    async read(importer, text, stopAt) {
      const stopper = new AbortController();
      let progress = 0;
      const bytes = new TextEncoder().encode(text);
      const from = performance.now();
      const read = await files.read({ importer, bytes, today: '2026-11-24' }, {
        signal: stopper.signal,
        onProgress() { progress += 1; if (progress === stopAt) stopper.abort(); },
      });
      const tookMs = Math.round(performance.now() - from);
      // The task of the mark hands the rows to the test, which no page does.
      await new Promise((resolve) => setTimeout(resolve));
      ${MARKS_END};
      return {
        rows: read.ok ? read.value.map(({ values }) => values) : undefined,
        issues: read.issues, progress, frames: document.querySelectorAll('iframe').length, tookMs,
      };
    },
  };
`;
/** The worker as it ships, with plugins beside that do what no plugin should. */
const WORKER = `
  import { startFileWorker } from '../sandbox/file/file-worker.ts';
  import { HOSTED } from '../sandbox/file/hosted.ts';
  const odd = (id, read) => ({ id, title: id, mediaTypes: [], extensions: [id], read });
  const ODD = { name: 'odd', version: '1.0.0', importers: [
    odd('endless', () => { for (;;); }),
    odd('silent', () => new Promise(() => undefined)),
    odd('chatty', async (_, { progress }) => { for (let at = 0; ; at += 1) { progress(at % 100, 100); await new Promise((resolve) => setTimeout(resolve, 5)); } }),
    odd('thrower', () => { setTimeout(() => { throw new Error('later'); }); return new Promise(() => undefined); }),
    odd('half', async (_, { progress }) => { progress(1, 2); throw new Error('Half of it was read'); }),
    odd('reaches-out', async () => {
      const reached = [];
      for (const [name, reach] of [
        ['fetch', () => fetch('https://attacker.example/')],
        ['storage', () => indexedDB.open('vault')],
        ['chrome', () => chrome.storage.local],
      ])
        try { const got = await reach(); if (got instanceof IDBRequest) await new Promise((ok, no) => { got.onsuccess = ok; got.onerror = no; }); reached.push(name); } catch {}
      return { ok: true, value: reached.map((name) => ({ values: { 'subject.name': [name] }, at: name, issues: [] })), issues: [] };
    }),
  ] };
  startFileWorker([...HOSTED, ODD]);
`;

let extension: TestExtension;
beforeAll(async () => {
  extension = await openExtension(PANEL, { 'file-worker.js': WORKER });
});
afterAll(() => extension?.close());

const read = (importer: string, text = '', stopAt?: number): Promise<Seen> =>
  extension.panel.evaluate((...asked) => test.read(...asked), importer, text, stopAt);

const LONG = `Name,Date of birth,Telephone\n${Array.from(
  { length: 20_000 },
  (_, row) => `Taz Vael ${row},14/03/2009,07700 900123\n`,
).join('')}`;

describe('a file', () => {
  it('is read by the importers that ship', async () => {
    expect(await extension.panel.evaluate(() => test.about())).toContain('single-online-home');
    const { rows } = await read('csv', 'Name,DOB\nTaz Vael,14/03/2009\n');
    expect(rows).toEqual([{ 'subject.name': ['Taz Vael'], 'subject.bornOn': ['14/03/2009'] }]);
  });

  it('of 20,000 rows is read with progress, and no long task in the page', async () => {
    const { result, longestMs } = await longestOfThree(extension.panel, () => read('csv', LONG));
    const { tookMs } = result;
    console.log(
      JSON.stringify({ readIn: 'csv', rows: 20_000, tookMs, longestMs: Math.round(longestMs) }),
    );
    expect(result.rows).toHaveLength(20_000);
    expect(result.progress).toBeGreaterThan(10);
    expect(longestMs).toBeLessThan(LONG_TASK_MS);
  });

  it('would be seen to have one', async () => {
    const busy = () => extension.panel.evaluate(() => test.busy(400));
    expect((await longestTask(extension.panel, busy)).longestMs).toBeGreaterThan(LONG_TASK_MS);
  });

  it('is stopped half-way, and leaves nothing', async () => {
    const { rows, issues, frames } = await read('csv', LONG, 3);
    expect(rows).toBeUndefined();
    expect(issues.map(({ code }) => code)).toEqual(['file-stopped']);
    expect(frames).toBe(0);
  });
});

describe('an importer', () => {
  it.each([
    ['endless', 'file-too-slow'],
    ['silent', 'file-too-slow'],
    ['chatty', 'file-too-slow'],
    ['thrower', 'file-broke'],
    ['half', 'file-broke'],
    ['unknown', 'file-broke'],
  ])('that is %s is ended, and said so', async (importer, code) => {
    const { rows, issues, frames } = await read(importer);
    expect(rows).toBeUndefined();
    expect(issues.map((issue) => issue.code)).toEqual([code]);
    expect(frames).toBe(0);
  });

  it('reaches no network, no database and nothing of the extension', async () => {
    expect((await read('reaches-out')).rows).toEqual([]);
  });
});
