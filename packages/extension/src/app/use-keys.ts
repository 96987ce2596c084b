/** Keys of a view, from its appearance until it is removed. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from './app.js';
import type { KeyCommand, KeyGroup } from './keys.js';

/**
 * Registers single-key commands inside a list. The commands may change at every render; the set of keys should not.
 *
 * @example const list = useRef<HTMLDivElement>(null); useKeys('Rows', list, [{ key: 't', label: 'Take', run }]);
 */
export function useKeys(
  title: string,
  within: { readonly current: Element | null } | undefined,
  commands: readonly KeyCommand[],
): void {
  const { keys } = useApp();
  const latest = useRef(commands);
  latest.current = commands;
  // Before the paint: a key pressed as soon as the screen is visible must not be lost.
  useLayoutEffect(() => {
    const group: KeyGroup = {
      title,
      commands: latest.current.map(({ key, label }) => ({
        key,
        label,
        run: (event) => latest.current.find((each) => each.key === key)?.run(event),
      })),
      ...(within ? { within: () => within.current } : {}),
    };
    return keys.register(group);
  }, [keys, title, within, commands.map(({ key, label }) => key + label).join()]);
}
