/** Commands with what they do, and the one that a key press means. */
import type { CommandId } from './keys/key-table.js';

/** The action of each command. */
export type Commands = { readonly [C in CommandId]?: ((event: KeyboardEvent) => void) | undefined };

export interface KeyGroup {
  readonly commands: Commands;
  /** The list that the keys belong to: they act while the focus is inside. Absent: they act on the whole screen. */
  readonly within?: () => Element | null;
}

/** Does the first command that is meant. @returns false if none is */
export function runCommand(
  groups: readonly KeyGroup[],
  event: KeyboardEvent,
  isMeant: (command: CommandId, group: KeyGroup) => boolean,
): boolean {
  const { target } = event;
  // The group registered last is the innermost.
  for (const group of groups.toReversed()) {
    if (group.within && !(target instanceof Node && group.within()?.contains(target))) continue;
    for (const [name, run] of Object.entries(group.commands)) {
      if (!run || !isMeant(name as CommandId, group)) continue;
      event.preventDefault();
      // A key held down moves on, and does nothing else twice.
      if (!event.repeat || name === 'next' || name === 'previous') run(event);
      return true;
    }
  }
  return false;
}
