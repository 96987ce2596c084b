/**
 * The longest that a page kept its thread, as the browser itself traces it: what has run in one piece, what of it was ours,
 * and what was the browser's collection of garbage, which it does between and within tasks when it sees fit.
 */
import type { Page } from 'puppeteer-core';
import { tenths } from './figures.ts';

export interface LongestTasks {
  /** Of script: what this project wrote, and Preact under it. */
  readonly scriptMs: number;
  /** Of a task without the collection of garbage within it: script, style, layout, paint, and whatever else it held. */
  readonly ownMs: number;
  /** Of the collection of garbage within one task. */
  readonly garbageMs: number;
  /** Of a whole task of the page's thread. */
  readonly taskMs: number;
  /** Whole tasks over a frame, 16 ms, of all; and those that are over it without the collection of garbage. */
  readonly overFrame: number;
  readonly ownOverFrame: number;
  readonly tasks: number;
  /** The longest of those over a frame, longest first. */
  readonly longest: readonly LongTask[];
}

export interface LongTask {
  readonly ms: number;
  /** What the thread had of the processor: the rest went to others on this machine. */
  readonly processorMs: number;
  readonly garbageMs: number;
  /** What took most of it, as the browser names it, with milliseconds. */
  readonly of: readonly string[];
}

export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
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
const TASK = /^(ThreadControllerImpl::)?RunTask$/;
const GARBAGE = /^(V8\.GC|MajorGC|MinorGC|BlinkGC|CppGC)/;
const FRAME_MS = 16;
const MOST_LONGEST = 5;

export async function longestWhile(page: Page, act: () => Promise<void>): Promise<LongestTasks> {
  await page.tracing.start({
    categories: [
      'devtools.timeline',
      'disabled-by-default-devtools.timeline',
      'toplevel',
      'v8',
      'blink_gc',
    ],
  });
  await act();
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  return longestOf(traceEvents);
}

export function longestOf(events: readonly TraceEvent[]): LongestTasks {
  // The thread that frames were made on is the page's own.
  const frame = events.find(({ name }) => name === 'FireAnimationFrame');
  const own = events
    .filter(({ pid, tid, ph }) => ph === 'X' && pid === frame?.pid && tid === frame.tid)
    .toSorted((a, b) => a.ts - b.ts || lengthOf(b) - lengthOf(a));
  const tasks = tasksOf(own);
  const over = tasks.filter(({ ms }) => ms > FRAME_MS);
  const most = (of: readonly number[]): number => tenths(of.reduce((a, b) => Math.max(a, b), 0));
  const script = own.filter(({ name }) => SCRIPT.has(name));
  return {
    scriptMs: most(script.map((event) => lengthOf(event) / 1000)),
    ownMs: most(tasks.map(({ ms, garbageMs }) => ms - garbageMs)),
    garbageMs: most(tasks.map(({ garbageMs }) => garbageMs)),
    taskMs: most(tasks.map(({ ms }) => ms)),
    overFrame: over.length,
    ownOverFrame: over.filter(({ ms, garbageMs }) => ms - garbageMs > FRAME_MS).length,
    tasks: tasks.length,
    longest: over
      .toSorted((a, b) => b.ms - a.ms)
      .slice(0, MOST_LONGEST)
      .map(({ ms, processorMs, garbageMs, inner }) => ({
        ms: tenths(ms),
        processorMs: tenths(processorMs),
        garbageMs: tenths(garbageMs),
        of: mostOf(inner),
      })),
  };
}

interface Task extends Omit<LongTask, 'of'> {
  readonly inner: readonly TraceEvent[];
}

/** Each once: the browser's names for a task nest, and what runs a task is no second one. */
function tasksOf(sorted: readonly TraceEvent[]): Task[] {
  const tasks: (TraceEvent & { readonly inner: TraceEvent[] })[] = [];
  for (const event of sorted) {
    const last = tasks.at(-1);
    if (last && event.ts + lengthOf(event) <= last.ts + lengthOf(last)) last.inner.push(event);
    else if (TASK.test(event.name)) tasks.push({ ...event, inner: [] });
  }
  return tasks.map((task) => ({
    ms: lengthOf(task) / 1000,
    processorMs: (task.tdur ?? lengthOf(task)) / 1000,
    garbageMs: covered(task.inner.filter(({ name }) => GARBAGE.test(name))) / 1000,
    inner: task.inner.filter(({ name }) => !TASK.test(name)),
  }));
}

/** Microseconds that the events cover, whichever lie within one another. In the order of their beginnings. */
function covered(events: readonly TraceEvent[]): number {
  let [sum, end] = [0, 0];
  for (const event of events) {
    const stop = event.ts + lengthOf(event);
    if (stop > end) sum += stop - Math.max(end, event.ts);
    end = Math.max(end, stop);
  }
  return sum;
}

/** By what each took itself, without what lies within it. */
function mostOf(inner: readonly TraceEvent[]): readonly string[] {
  const self = new Map<string, number>();
  const open: TraceEvent[] = [];
  const add = (name: string, by: number) => self.set(name, (self.get(name) ?? 0) + by);
  for (const event of inner) {
    while (open.length > 0 && endOf(open.at(-1)) <= event.ts) open.pop();
    const around = open.at(-1);
    if (around) add(around.name, -lengthOf(event));
    add(event.name, lengthOf(event));
    open.push(event);
  }
  return [...self]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 4)
    .map(([name, dur]) => `${name} ${tenths(dur / 1000)}`);
}

function lengthOf({ dur = 0 }: TraceEvent): number {
  return dur;
}

function endOf(event: TraceEvent | undefined): number {
  return event ? event.ts + lengthOf(event) : 0;
}
