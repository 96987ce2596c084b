/**
 * All keyboard actions. A function key, or one with Ctrl, acts from anywhere at once; letters and arrow keys are loaded
 * after the first paint.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { type KeyGroup, runCommand } from '../run-command.js';
import type { Settings } from '../settings.js';
import { CHORDS } from './chord-keys.js';
import type { CommandId } from './key-table.js';
import type { LetterKeys } from './letter-keys.js';

export interface Keys {
  readonly groups: ReadonlySignal<readonly KeyGroup[]>;
  /** Fulfilled once letters act; those pressed before wait for it. */
  readonly ready: Promise<unknown>;
  /** The key of a command as it is drawn; undefined for a letter while letters are switched off, or not loaded. */
  hint(command: CommandId): string | undefined;
  /** @returns a function that removes the group again */
  register(group: KeyGroup): () => void;
  /** @returns a function that stops listening */
  listen(target: Pick<Document, 'addEventListener' | 'removeEventListener'>): () => void;
}

/** @param settings - the officer's own keys, and whether letters act */
export function makeKeys(settings: () => Pick<Settings, 'keys' | 'singleKeys'>): Keys {
  const groups = signal<readonly KeyGroup[]>([]);
  const letters = signal<LetterKeys | undefined>(undefined);
  const ready = import('./letter-keys.js').then(
    ({ makeLetterKeys }) => {
      letters.value = makeLetterKeys(settings, () => groups.value);
    },
    // Without them everything is done by Tab, Enter and the function keys.
    () => undefined,
  );

  const pressed = (event: KeyboardEvent): void => {
    const { key } = event;
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const hasControl = event.ctrlKey || event.metaKey;
    if (!hasControl && !/^F\d/.test(key)) {
      if (letters.value) letters.value.pressed(event);
      else void ready.then(() => letters.value?.pressed(event));
      return;
    }
    if (hasControl && event.shiftKey) return;
    const chord = hasControl ? `Ctrl+${key.length > 1 ? key : key.toUpperCase()}` : key;
    const usual: Readonly<Record<string, string>> = CHORDS;
    const own = settings().keys;
    runCommand(groups.value, event, (command) => (own[command] ?? usual[command]) === chord);
  };
  return {
    groups,
    ready,
    hint: (command) => letters.value?.hint(command),
    register(group) {
      groups.value = [...groups.value, group];
      return () => {
        groups.value = groups.value.filter((each) => each !== group);
      };
    },
    listen(target) {
      const listener = pressed as EventListener;
      target.addEventListener('keydown', listener);
      return () => target.removeEventListener('keydown', listener);
    },
  };
}
