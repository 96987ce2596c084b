import { expect, it } from 'vitest';
import { longestOf, type TraceEvent } from './casework-trace.ts';

const event = (name: string, ts: number, dur: number, more: Partial<TraceEvent> = {}) => ({
  name,
  ph: 'X',
  ts: ts * 1000,
  dur: dur * 1000,
  pid: 1,
  tid: 1,
  ...more,
});
const frame = event('FireAnimationFrame', 1, 4);

it('counts a task once, though the browser names it twice', () => {
  const { tasks, taskMs } = longestOf([
    event('ThreadControllerImpl::RunTask', 0, 10),
    event('RunTask', 0, 9.9),
    frame,
    event('RunTask', 20, 3),
  ]);
  expect({ tasks, taskMs }).toEqual({ tasks: 2, taskMs: 10 });
});

it('tells what is ours from the collection of garbage within it, each moment once', () => {
  const found = longestOf([
    event('RunTask', 0, 30, { tdur: 21_000 }),
    frame,
    event('MajorGC', 6, 18),
    event('V8.GCFinalizeMC', 6, 17),
    event('V8.GC_MC_SWEEP', 24, 2),
    event('Layout', 26, 4),
    event('RunTask', 40, 17),
    event('FunctionCall', 41, 12),
    event('RunTask', 60, 16),
  ]);
  expect(found).toEqual({
    scriptMs: 12,
    ownMs: 17,
    garbageMs: 20,
    taskMs: 30,
    overFrame: 2,
    ownOverFrame: 1,
    tasks: 3,
    longest: [
      {
        ms: 30,
        processorMs: 21,
        garbageMs: 20,
        of: ['V8.GCFinalizeMC 17', 'FireAnimationFrame 4', 'Layout 4', 'V8.GC_MC_SWEEP 2'],
      },
      { ms: 17, processorMs: 17, garbageMs: 0, of: ['FunctionCall 12'] },
    ],
  });
});

it('looks at the thread that makes the frames, and at no other', () => {
  const { tasks, garbageMs } = longestOf([
    event('RunTask', 0, 5),
    frame,
    event('RunTask', 0, 50, { tid: 2 }),
    event('MajorGC', 0, 40, { tid: 2 }),
    event('RunTask', 0, 50, { pid: 2 }),
  ]);
  expect({ tasks, garbageMs }).toEqual({ tasks: 1, garbageMs: 0 });
});
