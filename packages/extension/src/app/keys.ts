/**
 * All keyboard actions. A function key, or one with Ctrl, acts from anywhere; letters act neither while something is
 * typed nor in a dialog, and only if the officer has not switched them off.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { type CommandId, DIGIT, isChord, keyOf } from './key-table.js';
import type { Settings } from './settings.js';

/** The action of each command. */
export type Commands = { readonly [C in CommandId]?: ((event: KeyboardEvent) => void) | undefined };

export interface KeyGroup {
  readonly commands: Commands;
  /** The list that the keys belong to: they act while the focus is inside. Absent: they act on the whole screen. */
  readonly within?: () => Element | null;
}

export interface Keys {
  readonly groups: ReadonlySignal<readonly KeyGroup[]>;
  /** @returns a function that removes the group again */
  register(group: KeyGroup): () => void;
  /** @returns a function that stops listening */
  listen(target: Pick<Document, 'addEventListener' | 'removeEventListener'>): () => void;
}

/** Milliseconds after the first of two keys in which the second is pressed. */
const BETWEEN_TWO = 2000;

/** They move in a list as its letters do, and cannot be changed. */
const ARROWS: Readonly<Record<string, CommandId>> = { ArrowDown: 'next', ArrowUp: 'previous' };

/** @param settings - the officer's own keys, and whether letters act */
export function makeKeys(settings: () => Pick<Settings, 'keys' | 'singleKeys'>): Keys {
  const groups = signal<readonly KeyGroup[]>([]);
  let begun: { readonly key: string; readonly at: number } | undefined;

  const pressed = (event: KeyboardEvent): void => {
    const { key, target, timeStamp: at } = event;
    if (key === 'Shift') return;
    const first = begun;
    begun = undefined;
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const spelled = spell(event);
    if (spelled === undefined) return;
    const arrow = ARROWS[spelled];
    const { keys: own, singleKeys } = settings();
    if (!isChord(spelled)) {
      if (isTyping(target) || isInDialog(target)) return;
      if (arrow && isRadio(target)) return;
      if (!arrow && !singleKeys) return;
    }
    const isPair = first !== undefined && at - first.at < BETWEEN_TWO;
    const wanted = isPair ? `${first.key} ${spelled}` : spelled;
    let begins = false;
    // The group registered last is the innermost.
    for (const { commands, within } of groups.value.toReversed()) {
      if (within ? !isWithin(within(), target) : arrow) continue;
      for (const [name, run] of Object.entries(commands)) {
        const set = keyOf(name as CommandId, own);
        const isMeant = set === wanted || arrow === name || (set === DIGIT && /^\d$/.test(wanted));
        begins ||= set.startsWith(`${wanted} `) && set !== DIGIT;
        if (!isMeant || !run) continue;
        event.preventDefault();
        // A key held down moves on, and does nothing else twice.
        if (!event.repeat || name === 'next' || name === 'previous') run(event);
        return;
      }
    }
    if (begins) begun = { key: spelled, at };
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

/** The key as the table spells it: with capitals locked a letter is still the letter. */
function spell({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string | undefined {
  if (ctrlKey || metaKey) {
    if (shiftKey) return undefined;
    return `Ctrl+${key.length > 1 ? key : key.toUpperCase()}`;
  }
  if (!/^\p{L}$/u.test(key)) return key;
  return shiftKey ? `Shift+${key.toUpperCase()}` : key.toLowerCase();
}

function isWithin(root: Element | null, target: EventTarget | null): boolean {
  return target instanceof Node && (root?.contains(target) ?? false);
}

/** True if a letter pressed here would be typed, or would move in an open list. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement)
    return !['button', 'checkbox', 'radio', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** The arrow keys choose among radio buttons. */
function isRadio(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'radio';
}

function isInDialog(target: EventTarget | null): boolean {
  const dialogs = 'dialog[open], [role="dialog"], [role="alertdialog"]';
  return (
    document.querySelector('dialog[open]') !== null ||
    (target instanceof Element && target.closest(dialogs) !== null)
  );
}
