/**
 * The longest task of a page by the time that its own thread computed, for end-to-end tests: another process that holds the
 * processor, or a collector that waits for its helpers meanwhile, is no work of the page. The collector is left out whole,
 * because it computes while it waits.
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

/** Events of the collector within a task, as the browser names them. */
const COLLECTOR: readonly string[] = ['MinorGC', 'MajorGC'];

const [BEGINS, ENDS] = ['thread-time-begins', 'thread-time-ends'];

/** Marks the end of what is measured, within a script of the page. */
export const MARKS_END = `performance.mark('${ENDS}')`;

/** The limit from which on a browser calls a task long, in milliseconds. */
export const LONG_TASK_MS = 50;

/**
 * Repeats what has a long task: a busy machine makes tasks longer, never shorter, so the shortest of three is the page's.
 *
 * @see longestTask
 */
export async function longestOfThree<T>(
  page: Page,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly longestMs: number }> {
  let best = await longestTask(page, work);
  for (let more = 0; more < 2 && best.longestMs >= LONG_TASK_MS; more += 1) {
    const again = await longestTask(page, work);
    if (again.longestMs < best.longestMs) best = again;
  }
  return best;
}

/**
 * @param work - has the page do something, and marks its end
 * @returns what the work returned, and the milliseconds of the longest task that ended between its start and that mark
 */
export async function longestTask<T>(
  page: Page,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly longestMs: number }> {
  const categories = [
    'devtools.timeline',
    'disabled-by-default-devtools.timeline',
    'blink.user_timing',
  ];
  await page.tracing.start({ categories });
  await page.evaluate((name) => void performance.mark(name), BEGINS);
  const result = await work();
  const trace = new TextDecoder().decode(await page.tracing.stop());
  const events: readonly TraceEvent[] = JSON.parse(trace).traceEvents;
  const [begins, ends] = [BEGINS, ENDS].map((mark) => events.find(({ name }) => name === mark));
  if (!begins || !ends) throw new Error('The trace lacks the marks of the page');
  const own = events.filter(({ pid, tid }) => pid === begins.pid && tid === begins.tid);
  const collected = own.filter(({ name }) => COLLECTOR.includes(name));
  const times = own
    .filter(({ name }) => name === 'RunTask')
    .filter(({ ts, dur = 0 }) => ts > begins.ts && ts + dur < ends.ts)
    .map((task) => {
      const within = collected.filter((each) => task.ts <= each.ts && endOf(each) <= endOf(task));
      return within.reduce((rest, each) => rest - threadTime(each), threadTime(task));
    });
  if (times.length === 0) throw new Error('The trace has no task of the page');
  return { result, longestMs: Math.max(...times) / 1000 };
}

const threadTime = ({ tdur, dur = 0 }: TraceEvent): number => tdur ?? dur;
const endOf = ({ ts, dur = 0 }: TraceEvent): number => ts + dur;
