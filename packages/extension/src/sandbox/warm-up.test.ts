import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromWorker } from './parse-reply.js';
import type { RequestHead } from './parse-request.js';
import type { Terms } from './parse-settings.js';
import { answer } from './parse-worker.js';
import { samplePage } from './sample-page.js';
import { warmUp } from './warm-up.js';
import type { YoungHeap } from './young-heap.js';

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
    // Consecutive presses do not postpone it for ever.
    vi.advanceTimersByTime(400);
    expect(count).toBeGreaterThan(10);
  });

  it('makes room for what is new once, after the small pages, and empties it after every three of the usual size', () => {
    const { done, heap } = heapUnderTest();
    const small = samplePage(1);
    warmUp((_, [page = '']) => done.push(page === small ? 'small' : 'usual'), heap);
    vi.runAllTimers();
    const grown = done.indexOf('grow');
    expect(new Set(done.slice(0, grown))).toEqual(new Set(['small']));
    const [, after, ...rest] = done.slice(grown);
    expect(after).toBe('empty');
    expect(rest.length).toBeGreaterThan(40);
    expect(rest.every((step, at) => step === (at % 4 === 3 ? 'empty' : 'usual'))).toBe(true);
    expect(done.at(-1)).toBe('empty');
  });

  it('fills the room step by step, each in a turn of its own, until it is emptied', () => {
    let left = 0;
    let turns = 0;
    const fill = (): boolean => {
      turns += 1;
      left -= 1;
      return left < 0;
    };
    const { done, heap } = heapUnderTest();
    warmUp(() => done.push('read'), { ...heap, fill });
    vi.runAllTimers();
    const inOne = turns;
    left = 3;
    warmUp(() => done.push('read'), { ...heap, fill });
    vi.runAllTimers();
    expect(turns).toBe(2 * inOne + 3);
  });

  it('empties the room after a page, reads again, and comes to rest; once more when all was collected meanwhile', () => {
    const { done, heap, sweep } = heapUnderTest();
    const asked = warmUp(() => done.push('read'), heap);
    vi.runAllTimers();
    done.length = 0;
    sweep();
    vi.runAllTimers();
    expect(done).toEqual([]);
    asked();
    vi.advanceTimersByTime(300);
    expect(done).toEqual([]);
    // The page itself, after the walk that was announced.
    asked();
    vi.advanceTimersByTime(300);
    expect(done).toEqual([]);
    vi.runAllTimers();
    const [first, ...then] = done;
    expect(first).toBe('empty');
    expect(then.at(-1)).toBe('empty');
    const twice = done.length;
    sweep();
    done.length = 0;
    vi.runAllTimers();
    expect(done).toEqual([]);
    asked();
    vi.runAllTimers();
    expect(done).toHaveLength(twice);
    done.length = 0;
    asked();
    vi.runAllTimers();
    expect(done.filter((step) => step === 'read')).toHaveLength(12);
    expect(done.length).toBeLessThan(twice);
  });

  it('is kept busy by no browser that collects all that again and again', () => {
    const { done, heap } = heapUnderTest();
    const asked = warmUp(() => done.push('read'), { ...heap, wasSwept: () => true });
    vi.runAllTimers();
    done.length = 0;
    asked();
    vi.runAllTimers();
    expect(done.filter((step) => step === 'read').length).toBeLessThan(30);
  });
});

function heapUnderTest() {
  const done: string[] = [];
  let isSwept = false;
  const heap: YoungHeap = {
    grow: () => void done.push('grow'),
    fill: () => done.push('empty') > 0,
    wasSwept: () => {
      const was = isSwept;
      isSwept = false;
      return was;
    },
  };
  return { done, heap, sweep: () => (isSwept = true) };
}
