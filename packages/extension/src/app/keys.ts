/**
 * All keyboard actions. A function key acts from anywhere; a single letter acts only inside the list that registered
 * it, and never during typing. The help screen lists the registered keys.
 */
import { type ReadonlySignal, signal } from '@preact/signals';

export interface KeyCommand {
  /** The key as in `KeyboardEvent.key`: `t`, `?`, `F8`, `ArrowDown`; or with Ctrl, which is ⌘ on a Mac: `Ctrl+K`, `Ctrl+Enter`. */
  readonly key: string;
  /** Description of the action, for the help screen. */
  readonly label: string;
  readonly run: (event: KeyboardEvent) => void;
}

export interface KeyGroup {
  readonly title: string;
  readonly commands: readonly KeyCommand[];
  /** The list that the keys belong to; they act while focus is inside. Only function keys and `?` may omit it. */
  readonly within?: () => Element | null;
}

export interface Keys {
  readonly groups: ReadonlySignal<readonly KeyGroup[]>;
  /** @returns a function that removes the group again */
  register(group: KeyGroup): () => void;
  /** @returns a function that stops listening */
  listen(target: Pick<Document, 'addEventListener' | 'removeEventListener'>): () => void;
}

/** @param isSingleAllowed - whether the officer has single keys switched on */
export function makeKeys(isSingleAllowed: () => boolean): Keys {
  const groups = signal<readonly KeyGroup[]>([]);

  const pressed = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.altKey) return;
    const withControl = event.ctrlKey || event.metaKey;
    if (withControl && event.shiftKey) return;
    const named = event.key.length > 1 ? event.key : event.key.toUpperCase();
    const pressedKey = withControl ? `Ctrl+${named}` : event.key;
    // These type no letter: they act from inside a box as well.
    const always = withControl || /^F\d{1,2}$/.test(event.key);
    if (!always && (!isSingleAllowed() || isTyping(event.target))) return;
    // The group registered last is the innermost.
    for (const group of groups.value.toReversed()) {
      if (!always && !isWithin(group, event.target)) continue;
      const command = group.commands.find(({ key }) => key === pressedKey);
      if (!command) continue;
      event.preventDefault();
      command.run(event);
      return;
    }
  };
  return {
    groups,
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

function isWithin({ within }: KeyGroup, target: EventTarget | null): boolean {
  if (!within) return true;
  return target instanceof Node && (within()?.contains(target) ?? false);
}

/** True if a letter pressed here would be typed, or would move in an open list. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement)
    return !['button', 'checkbox', 'radio', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
