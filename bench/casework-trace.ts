/** The longest that a page kept its thread, as the browser itself traces it: what has run in one piece, and what of it was ours. */
import type { Page } from 'puppeteer-core';
import { tenths } from './figures.ts';

export interface LongestTasks {
  /** Of script: what this project wrote, and Preact under it. */
  readonly scriptMs: number;
  /** Whole tasks of the page's thread, with style, layout and paint. */
  readonly taskMs: number;
  /** Tasks over a frame, 16 ms, of all. */
  readonly overFrame: number;
  readonly tasks: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
}

const SCRIPT = new Set([
  'FireAnimationFrame',
  'TimerFire',
  'EventDispatch',
  'RunMicrotasks',
  'FunctionCall',
]);
const FRAME_MS = 16;

export async function longestWhile(page: Page, act: () => Promise<void>): Promise<LongestTasks> {
  await page.tracing.start({
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'],
  });
  await act();
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  // The thread that frames were made on is the page's own.
  const frame = traceEvents.find(({ name }) => name === 'FireAnimationFrame');
  const own = traceEvents.filter(
    ({ pid, tid, ph }) => ph === 'X' && pid === frame?.pid && tid === frame.tid,
  );
  const times = (is: (event: TraceEvent) => boolean): number[] =>
    own.filter(is).map(({ dur = 0 }) => dur / 1000);
  const tasks = times(({ name }) => name === 'RunTask' || name === 'ThreadControllerImpl::RunTask');
  return {
    scriptMs: tenths(Math.max(0, ...times(({ name }) => SCRIPT.has(name)))),
    taskMs: tenths(Math.max(0, ...tasks)),
    overFrame: tasks.filter((ms) => ms > FRAME_MS).length,
    tasks: tasks.length,
  };
}
