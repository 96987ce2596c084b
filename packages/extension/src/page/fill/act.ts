/** Does one act on a control, with the events that a person's typing, choosing or ticking would cause. */
import type { FillAct } from '@cyber-prevent/core/fill';
import { inputValueOf, isChecked, textareaValueOf } from '../native.js';
import type { Control } from './control-kind.js';
import { type Held, optionAt } from './held.js';
import {
  blur,
  chosenIndexOf,
  click,
  dispatch,
  focus,
  setAreaValue,
  setChosenIndex,
  setInputValue,
} from './native-control.js';
import { typeIntoRegion } from './region.js';

/** @returns false if the control cannot hold the value: then nothing was changed */
export function perform(control: Control, act: FillAct): boolean {
  const { kind, element } = control;
  if (act.kind === 'type') {
    const text = act.text.replace(/\r\n?/g, '\n');
    if (kind === 'input') return typeInto(element, text, inputValueOf, setInputValue);
    if (kind === 'area') return typeInto(element, text, textareaValueOf, setAreaValue);
    return kind === 'region' && within(element, () => typeIntoRegion(element, text));
  }
  if (act.kind === 'choose')
    return kind === 'select' && choose(element, optionAt(element, act.value, act.text));
  if (kind === 'tick') return tick(element, act.isTicked);
  return kind === 'radio' && act.isTicked && tick(element, true);
}

/** The act that would restore the earlier value; undefined if a person could not do it. */
export function backTo(kind: Control['kind'], was: Held): FillAct | undefined {
  switch (kind) {
    case 'input':
    case 'area':
    case 'region':
      return { kind: 'type', text: was.value };
    case 'select':
      return was.text === undefined
        ? undefined
        : { kind: 'choose', value: was.value, text: was.text };
    case 'tick':
      return { kind: 'tick', isTicked: was.isTicked };
    default:
      return undefined;
  }
}

/** Restores a list in which nothing was chosen. */
export function chooseNone(select: HTMLSelectElement): void {
  within(select, () => {
    setChosenIndex(select, -1);
    tell(select);
    return true;
  });
}

function typeInto<E extends HTMLElement>(
  element: E,
  text: string,
  get: (element: E) => string,
  set: (element: E, value: string) => void,
): boolean {
  const before = get(element);
  if (before === text) return true;
  // Tries the value before any event: a date or number box empties itself when it cannot hold one.
  set(element, text);
  const isHeld = get(element) === text;
  set(element, before);
  if (!isHeld) return false;
  return within(element, () => {
    // Uses the browser's own setter: a framework compares with the value it last set itself, and sees the change.
    set(element, text);
    tell(element, text);
    return true;
  });
}

function choose(select: HTMLSelectElement, index: number): boolean {
  if (index < 0) return false;
  if (chosenIndexOf(select) === index) return true;
  return within(select, () => {
    setChosenIndex(select, index);
    tell(select);
    return true;
  });
}

/** Clicks, since frameworks and labels drawn as boxes listen for that. */
function tick(box: HTMLInputElement, isTicked: boolean): boolean {
  if (isChecked(box) === isTicked) return true;
  return within(box, () => {
    click(box);
    return true;
  });
}

function tell(element: HTMLElement, text?: string): void {
  const input =
    text === undefined
      ? new Event('input', { bubbles: true, composed: true })
      : new InputEvent('input', {
          bubbles: true,
          composed: true,
          inputType: text === '' ? 'deleteContentBackward' : 'insertText',
          data: text === '' ? null : text,
        });
  dispatch(element, input);
  dispatch(element, new Event('change', { bubbles: true }));
}

/**
 * Works with the focus in the control, as a person would, and leaves it again: when a box is left, pages reformat dates
 * and check the input. A browser gives no such events to a page in the background, so they are dispatched here.
 */
function within(element: HTMLElement, work: () => boolean): boolean {
  moves(element, 'focus', 'focusin', () => focus(element, { preventScroll: true }));
  try {
    return work();
  } finally {
    // Calendars that opened with the focus close at the key that a person leaves with.
    const isBox = element instanceof HTMLInputElement;
    if (isBox) dispatch(element, new KeyboardEvent('keydown', TAB));
    moves(element, 'blur', 'focusout', () => blur(element));
    if (isBox) dispatch(element, new KeyboardEvent('keyup', TAB));
  }
}

const TAB = {
  key: 'Tab',
  code: 'Tab',
  keyCode: 9,
  bubbles: true,
  composed: true,
  cancelable: true,
};

function moves(element: HTMLElement, own: string, bubbling: string, move: () => void): void {
  let isHeard = false;
  const hear = (): void => {
    isHeard = true;
  };
  element.addEventListener(own, hear, { capture: true });
  move();
  element.removeEventListener(own, hear, { capture: true });
  if (isHeard) return;
  dispatch(element, new FocusEvent(own, { composed: true }));
  dispatch(element, new FocusEvent(bubbling, { bubbles: true, composed: true }));
}
