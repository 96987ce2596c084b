import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromWorker } from './parse-reply.js';
import type { RequestHead } from './parse-request.js';
import type { Terms } from './parse-settings.js';
import { answer } from './parse-worker.js';
import { warmUp } from './warm-up.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('warming up', () => {
  it('goes through the reading of tables, lists, forms and prose, to rows that are written out', () => {
    const readings: FromWorker[][] = [];
    const pages = new Set<string>();
    const read = (head: RequestHead, [page = '']: readonly string[], terms: Terms): void => {
      readings.push(pages.has(page) ? [] : [...answer(0, head, [page], terms)]);
      pages.add(page);
    };
    warmUp(read);
    vi.runAllTimers();
    expect(readings.flat().some(({ type }) => type === 'issues')).toBe(false);
    // A page of the usual size comes in several parts.
    expect(pages.size).toBe(2);
    expect(readings.flat().some(({ type }) => type === 'rows')).toBe(true);
    const [first = []] = readings;
    const rows = first.flatMap((message) =>
      message.type === 'draft'
        ? (JSON.parse(message.rows) as { method: string; path?: string }[])
        : [],
    );
    const methods = new Set(rows.map(({ method }) => method));
    for (const method of ['label-left', 'dt-dd', 'summary-list', 'label-for', 'column-header'])
      expect(methods).toContain(method);
    const paths = new Set(rows.map(({ path }) => path));
    for (const path of ['subject.name', 'subject.bornOn', 'referrer.phone', 'referral.narrative'])
      expect(paths).toContain(path);
    expect(readings.length).toBeGreaterThan(10);
  });

  it('reads pages that an adapter knows, and pages that none knows', () => {
    const chosen = new Set<string | undefined>();
    const known = new Set<Terms>();
    warmUp((head, pieces, terms) => {
      if (known.has(terms)) return;
      known.add(terms);
      for (const message of answer(0, head, pieces, terms))
        if (message.type === 'draft')
          chosen.add(
            (JSON.parse(message.json) as { origins: { adapter?: { id: string } }[] }).origins[0]
              ?.adapter?.id,
          );
    });
    vi.runAllTimers();
    expect([...chosen]).toEqual(['sample/record', undefined]);
  });

  it('waits a turn between readings, and lets a page that is asked for go first', () => {
    let count = 0;
    const asked = warmUp(() => {
      count += 1;
    });
    expect(count).toBe(0);
    vi.advanceTimersToNextTimer();
    vi.advanceTimersToNextTimer();
    expect(count).toBe(2);
    asked();
    vi.advanceTimersByTime(400);
    expect(count).toBe(2);
    // Presses that follow one another do not put it off for ever.
    vi.advanceTimersByTime(400);
    expect(count).toBeGreaterThan(10);
  });

  it('holds room from its first reading on, and not while the panel opens', () => {
    const room = (): number => globalThis.__cpRoom?.length ?? 0;
    globalThis.__cpRoom = undefined;
    warmUp(() => undefined);
    vi.advanceTimersByTime(500);
    expect(room()).toBe(0);
    vi.advanceTimersByTime(1000);
    expect(room()).toBeGreaterThan(1_000_000);
    globalThis.__cpRoom = undefined;
  });

  it('begins again after a page whose reading brought about a collection, once, and not of itself', () => {
    let count = 0;
    let isCold = false;
    const asked = warmUp(
      () => {
        count += 1;
      },
      () => isCold,
    );
    vi.runAllTimers();
    const first = count;
    asked();
    asked();
    vi.runAllTimers();
    expect(count).toBe(first);
    isCold = true;
    vi.runAllTimers();
    expect(count).toBe(first);
    asked();
    vi.advanceTimersByTime(300);
    expect(count).toBe(first);
    // The page itself, after the walk that it was said to be coming from.
    asked();
    vi.advanceTimersByTime(300);
    expect(count).toBe(first);
    vi.runAllTimers();
    const again = count - first;
    expect(again).toBeGreaterThan(5);
    asked();
    vi.runAllTimers();
    expect(count).toBe(first + 2 * again);
  });
});
