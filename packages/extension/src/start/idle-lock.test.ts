import { describe, expect, it, vi } from 'vitest';
import { type IdlePorts, lockOnIdle } from './idle-lock.js';

type Idle = 'active' | 'idle' | 'locked';

/** An event of the browser, with a function that fires it. */
function event<A extends unknown[]>() {
  const listeners: ((...args: A) => unknown)[] = [];
  return {
    addListener: (listener: (...args: A) => unknown) => void listeners.push(listener),
    happen: (...args: A) => Promise.all(listeners.map((listener) => listener(...args))),
  };
}

/** The parts of a browser that the lock listens to. */
function browserWith(kept: { settings?: unknown; managed?: unknown; now?: number } = {}) {
  const state = { idle: 'active' as Idle, windows: 1, interval: 0 };
  const events = {
    idle: event<[Idle]>(),
    alarm: event<[{ name: string; scheduledTime: number }]>(),
    changed: event<[object, string]>(),
    removed: event<[number]>(),
  };
  const lock = vi.fn();
  const clear = vi.fn();
  const browser = {
    idle: {
      setDetectionInterval: (seconds: number) => {
        state.interval = seconds;
      },
      onStateChanged: events.idle,
      queryState: async () => state.idle,
    },
    alarms: { onAlarm: events.alarm, clear },
    storage: {
      local: { get: async () => ({ 'cp-settings': kept.settings }) },
      onChanged: events.changed,
    },
    windows: { onRemoved: events.removed, getAll: async () => Array(state.windows).fill({}) },
  };
  lockOnIdle({
    browser: browser as unknown as IdlePorts['browser'],
    lock,
    managed: async () => kept.managed,
    now: () => kept.now ?? 0,
  });
  return { state, events, lock, clear };
}

const tick = { name: 'cp-idle', scheduledTime: 0 };

describe('the idle lock', () => {
  it('listens for ten minutes as shipped, for fewer as chosen, and never for more than the policy', async () => {
    for (const [kept, seconds] of [
      [{}, 600],
      [{ settings: { lockMinutes: 2 } }, 120],
      [{ managed: { lockMinutes: 5 } }, 300],
      [{ settings: { lockMinutes: 2 }, managed: { lockMinutes: 5 } }, 120],
    ] as const) {
      const { state } = browserWith(kept);
      await vi.waitFor(() => expect(state.interval).toBe(seconds));
    }
  });

  it('listens anew when the setting or the policy changes', async () => {
    const kept = { settings: {} };
    const { state, events } = browserWith(kept);
    await vi.waitFor(() => expect(state.interval).toBe(600));
    kept.settings = { lockMinutes: 1 };
    await events.changed.happen({ 'cp-settings': {} }, 'local');
    await vi.waitFor(() => expect(state.interval).toBe(60));
  });

  it('locks on idleness and on a locked screen at once, and on nothing else', async () => {
    const { events, lock } = browserWith();
    await events.idle.happen('active');
    expect(lock).not.toHaveBeenCalled();
    await events.idle.happen('idle');
    await events.idle.happen('locked');
    expect(lock).toHaveBeenCalledTimes(2);
  });

  it('asks each minute, in case the browser did not say, and asks no more once it locked', async () => {
    const { state, events, lock, clear } = browserWith();
    await events.alarm.happen(tick);
    await events.alarm.happen({ ...tick, name: 'other' });
    expect(lock).not.toHaveBeenCalled();
    state.idle = 'idle';
    await events.alarm.happen(tick);
    expect(lock).toHaveBeenCalledOnce();
    expect(clear).toHaveBeenCalledExactlyOnceWith('cp-idle');
  });

  it('locks when the computer slept for longer than the minutes', async () => {
    const awake = browserWith({ now: 9 * 60_000 });
    await awake.events.alarm.happen(tick);
    expect(awake.lock).not.toHaveBeenCalled();
    const slept = browserWith({ now: 11 * 60_000 });
    await slept.events.alarm.happen(tick);
    expect(slept.lock).toHaveBeenCalledOnce();
  });

  it('locks when the last window closes', async () => {
    const { state, events, lock } = browserWith();
    await events.removed.happen(1);
    expect(lock).not.toHaveBeenCalled();
    state.windows = 0;
    await events.removed.happen(2);
    expect(lock).toHaveBeenCalledOnce();
  });
});
