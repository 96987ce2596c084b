/**
 * The longest task of a page by the time that its own thread computed, for end-to-end tests: another process that holds the
 * processor, or a collector that waits for its helpers meanwhile, is no work of the page.
 */
import type { Page } from 'puppeteer-core';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  /** Microseconds. */
  readonly dur?: number;
  /** Microseconds of the thread's own time; the browser leaves it out of some events, whose whole time then counts. */
  readonly tdur?: number;
}

const [BEGINS, ENDS] = ['thread-time-begins', 'thread-time-ends'];

/** Marks the end of what is measured, within a script of the page. */
export const MARKS_END = `performance.mark('${ENDS}')`;

/**
 * @param work - has the page do something, and marks its end
 * @returns what the work returned, and the milliseconds of the longest task that ended between its start and that mark
 */
export async function longestTask<T>(
  page: Page,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly longestMs: number }> {
  const categories = ['disabled-by-default-devtools.timeline', 'blink.user_timing'];
  await page.tracing.start({ categories });
  await page.evaluate((name) => void performance.mark(name), BEGINS);
  const result = await work();
  const trace = new TextDecoder().decode(await page.tracing.stop());
  const events: readonly TraceEvent[] = JSON.parse(trace).traceEvents;
  const [begins, ends] = [BEGINS, ENDS].map((mark) => events.find(({ name }) => name === mark));
  if (!begins || !ends) throw new Error('The trace lacks the marks of the page');
  const times = events
    .filter(({ name, pid, tid }) => name === 'RunTask' && pid === begins.pid && tid === begins.tid)
    .filter(({ ts, dur = 0 }) => ts > begins.ts && ts + dur < ends.ts)
    .map(({ tdur, dur = 0 }) => tdur ?? dur);
  if (times.length === 0) throw new Error('The trace has no task of the page');
  return { result, longestMs: Math.max(...times) / 1000 };
}
