/**
 * The clipboard, for as long as it may contain a value of ours. It is emptied a minute after the last copy, as soon as
 * our page has the focus, without which the browser allows no access.
 */
import { type ReadonlySignal, signal } from '@preact/signals';

/** Fate of the last value. `overwritten`: emptied without being able to read it first. */
export type ClipState = 'empty' | 'holding' | 'cleared' | 'overwritten' | 'others' | 'not-cleared';

export interface ClipPorts {
  write(text: string): Promise<void>;
  /** Current content; undefined if the browser does not let us look. */
  read(): Promise<string | undefined>;
  hasFocus(): boolean;
  /** @returns a function that stops listening */
  onFocus(listener: () => void): () => void;
  /** @returns a function that cancels it */
  later(ms: number, act: () => void): () => void;
}

export interface Clip {
  readonly state: ReadonlySignal<ClipState>;
  /** False if the browser refused. Call it directly from a press. */
  copy(text: string): Promise<boolean>;
  /** Empties it now, if a value of ours may be on it. */
  clear(): Promise<void>;
}

export const CLEAR_AFTER_MS = 60_000;

export function makeClip(ports: ClipPorts): Clip {
  const state = signal<ClipState>('empty');
  let held: string | undefined;
  let callOff: (() => void) | undefined;
  let stopWaiting: (() => void) | undefined;

  const rest = (): void => {
    callOff?.();
    stopWaiting?.();
    callOff = undefined;
    stopWaiting = undefined;
  };
  const clear = async (): Promise<void> => {
    rest();
    const ours = held;
    if (ours === undefined) return;
    try {
      const there = await ports.read().catch(() => undefined);
      if (held !== ours) return;
      held = undefined;
      if (there !== undefined && there !== ours) {
        state.value = 'others';
        return;
      }
      await ports.write('');
      state.value = there === undefined ? 'overwritten' : 'cleared';
    } catch {
      state.value = 'not-cleared';
    }
  };
  const due = (): void => {
    if (ports.hasFocus()) void clear();
    else stopWaiting = ports.onFocus(() => void clear());
  };
  return {
    state,
    async copy(text) {
      try {
        await ports.write(text);
      } catch {
        return false;
      }
      rest();
      held = text;
      state.value = 'holding';
      callOff = ports.later(CLEAR_AFTER_MS, due);
      return true;
    },
    clear,
  };
}

export function browserClip(): Clip {
  return makeClip({
    write: (text) => navigator.clipboard.writeText(text),
    async read() {
      // Firefox does not know the name, and rejects.
      const name = 'clipboard-read' as PermissionName;
      const { state } = await navigator.permissions.query({ name });
      return state === 'granted' ? navigator.clipboard.readText() : undefined;
    },
    hasFocus: () => document.hasFocus(),
    onFocus(listener) {
      addEventListener('focus', listener, { once: true });
      return () => removeEventListener('focus', listener);
    },
    later(ms, act) {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
  });
}
