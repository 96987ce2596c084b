/**
 * Processor time of a page's main thread, traced by the browser itself. Other programs on the machine make a task take
 * longer by the clock, but do not give it more work.
 */
import type { Page } from 'puppeteer-core';

/** Milliseconds of processor time. */
export interface ThreadTime {
  /** The page's longest task: until it ends, the page answers no key and no click. */
  readonly longestMs: number;
  /** All tasks of the page's main thread together. */
  readonly totalMs: number;
  /** The same of every page and every worker in the browser. */
  readonly everywhereMs: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  /** Microseconds of processor time; those of the clock are in `dur`. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly name?: string };
}

const TASK = 'ThreadControllerImpl::RunTask';
const THREADS = new Set(['CrRendererMain', 'DedicatedWorker thread', 'ServiceWorker thread']);

/**
 * Measures the thread time of an act. The browser has one trace at a time. @throws {Error} if the trace gives no thread
 * time
 */
export async function threadTimeWhile(
  page: Page,
  act: () => Promise<unknown>,
): Promise<ThreadTime> {
  const mark = `measured-${crypto.randomUUID()}`;
  await page.tracing.start({ categories: ['toplevel', 'blink.user_timing'] });
  let trace: Uint8Array | undefined;
  try {
    await page.evaluate((name) => {
      performance.mark(name);
    }, mark);
    await act();
  } finally {
    trace = await page.tracing.stop();
  }
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  return threadTime(traceEvents, mark);
}

function threadTime(events: readonly TraceEvent[], mark: string): ThreadTime {
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const own = events.find(({ name }) => name === mark);
  const measured = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && THREADS.has(args.name ?? ''))
      .map(threadOf),
  );
  const tasks = events
    .filter(({ name, ph, tdur }) => name === TASK && ph === 'X' && tdur !== undefined)
    .map((event) => ({ thread: threadOf(event), ms: (event.tdur ?? 0) / 1000 }));
  const ownTasks = own ? tasks.filter(({ thread }) => thread === threadOf(own)) : [];
  if (ownTasks.length === 0) throw new Error('The trace holds no task of the page');
  const sum = (of: readonly { readonly ms: number }[]): number =>
    of.reduce((all, { ms }) => all + ms, 0);
  return {
    longestMs: Math.max(...ownTasks.map(({ ms }) => ms)),
    totalMs: sum(ownTasks),
    everywhereMs: sum(tasks.filter(({ thread }) => measured.has(thread))),
  };
}
