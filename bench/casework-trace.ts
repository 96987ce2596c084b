/**
 * The longest times that a page kept its thread busy, from the browser's own trace: whole tasks, our part of them, and
 * the browser's garbage collection, which it runs between and within tasks as it sees fit.
 */
import type { Page } from 'puppeteer-core';
import { tenths } from './figures.ts';

export interface LongestTasks {
  /** Script: this project's code, and Preact under it. */
  readonly scriptMs: number;
  /** A task without the garbage collection within it: script, style, layout, paint, and everything else in it. */
  readonly ownMs: number;
  /** The garbage collection within one task. */
  readonly garbageMs: number;
  /** A whole task of the page's thread. */
  readonly taskMs: number;
  /** Number of whole tasks over a frame, 16 ms; and of those over it without the garbage collection. */
  readonly overFrame: number;
  readonly ownOverFrame: number;
  readonly tasks: number;
  /** The longest tasks over a frame, longest first. */
  readonly longest: readonly LongTask[];
}

export interface LongTask {
  readonly ms: number;
  /** The thread's processor time: during the rest other programs used the machine. */
  readonly processorMs: number;
  readonly garbageMs: number;
  /** The browser's names for the largest parts, with milliseconds. */
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
  // Frames are made on the page's own thread.
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

/** Each task once: the browser's nested names for a task count as one. */
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

/** Microseconds covered by the events, with overlaps counted once. The events are in the order of their starts. */
function covered(events: readonly TraceEvent[]): number {
  let [sum, end] = [0, 0];
  for (const event of events) {
    const stop = event.ts + lengthOf(event);
    if (stop > end) sum += stop - Math.max(end, event.ts);
    end = Math.max(end, stop);
  }
  return sum;
}

/** Largest by own time, without the events inside. */
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
