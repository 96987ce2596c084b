/** Keys of a view, from its appearance until it is removed. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../app.js';
import type { Commands, KeyGroup } from '../run-command.js';
import type { CommandId } from './key-table.js';

/**
 * Registers commands of the table of keys. Their actions may change at every render; the set of commands should not.
 *
 * @param within - the list that they belong to; undefined: the whole screen
 * @example const list = useRef<HTMLDivElement>(null); useKeys(list, { take });
 */
export function useKeys(
  within: { readonly current: Element | null } | undefined,
  commands: Commands,
): void {
  const { keys } = useApp();
  const latest = useRef(commands);
  latest.current = commands;
  const names = Object.keys(commands).join();
  // Before the paint: a key pressed as soon as the screen is visible must not be lost.
  useLayoutEffect(() => {
    const group: KeyGroup = {
      commands: Object.fromEntries(
        Object.keys(latest.current).map((name) => [
          name,
          (event: KeyboardEvent) => latest.current[name as CommandId]?.(event),
        ]),
      ),
      ...(within ? { within: () => within.current } : {}),
    };
    return keys.register(group);
  }, [keys, within, names]);
}

/** Gives the key of a command as it is drawn on a button. */
export function useKeyHints(): (command: CommandId) => string | undefined {
  return useApp().keys.hint;
}
