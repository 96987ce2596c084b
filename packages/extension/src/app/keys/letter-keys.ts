/** Letters, signs and arrow keys as keys: neither while something is typed nor in a dialog. */

import { type KeyGroup, runCommand } from '../run-command.js';
import type { Settings } from '../settings.js';
import { type CommandId, DIGIT, keyOf, keyShown } from './key-table.js';

export interface LetterKeys {
  pressed(event: KeyboardEvent): void;
  hint(command: CommandId): string | undefined;
}

/** Milliseconds after the first of two keys in which the second is pressed. */
const BETWEEN_TWO = 2000;

/** They move in a list as its letters do, and cannot be changed. */
const ARROWS: Readonly<Record<string, CommandId>> = { ArrowDown: 'next', ArrowUp: 'previous' };

export function makeLetterKeys(
  settings: () => Pick<Settings, 'keys' | 'singleKeys'>,
  groups: () => readonly KeyGroup[],
): LetterKeys {
  let begun: { readonly key: string; readonly at: number } | undefined;
  return {
    hint: (command) => keyShown(command, settings()),
    pressed(event) {
      const { key, target, timeStamp: at } = event;
      if (key === 'Shift') return;
      const first = begun;
      begun = undefined;
      if (isTyping(target) || isInDialog(target)) return;
      const { keys: own, singleKeys } = settings();
      const arrow = ARROWS[key];
      if (arrow) {
        // A whole screen is scrolled by them.
        if (!isRadio(target))
          runCommand(groups(), event, (name, { within }) => name === arrow && within !== undefined);
        return;
      }
      if (!singleKeys) return;
      const spelled = spell(event);
      const isPair = first !== undefined && at - first.at < BETWEEN_TWO;
      const wanted = isPair ? `${first.key} ${spelled}` : spelled;
      const isDigit = /^\d$/.test(wanted);
      const isDone = runCommand(groups(), event, (name) => {
        const set = keyOf(name, own);
        return set === DIGIT ? isDigit : set === wanted;
      });
      const isBegun = (name: string) => keyOf(name as CommandId, own).startsWith(`${wanted} `);
      if (
        !isDone &&
        !isDigit &&
        groups().some(({ commands }) => Object.keys(commands).some(isBegun))
      )
        begun = { key: spelled, at };
    },
  };
}

/** The key as the table spells it: with capitals locked a letter is still the letter. */
function spell({ key, shiftKey }: KeyboardEvent): string {
  if (!/^\p{L}$/u.test(key)) return key;
  return shiftKey ? `Shift+${key.toUpperCase()}` : key.toLowerCase();
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
