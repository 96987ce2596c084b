/** Does one act on a control, with the events that a person's typing, choosing or ticking would set off. */
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

/** @returns false where the control cannot hold it: then nothing was changed */
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

/** The act that would put back what stood there; undefined where no act of a person does. */
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

/** A list in which nothing was chosen. */
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
  // Tried before anything hears of it: a date or number box empties itself of what it cannot hold.
  set(element, text);
  const isHeld = get(element) === text;
  set(element, before);
  if (!isHeld) return false;
  return within(element, () => {
    // The browser's own setter: a framework compares with what it last put there itself, and sees that it changed.
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

/** A press, since frameworks and labels drawn as boxes listen to that. */
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
 * With the focus in it, as a person would have it, and out again: pages write dates anew and check what was typed when a box
 * is left. A page that is not in front is given no such events by the browser, so they are given here.
 */
function within(element: HTMLElement, work: () => boolean): boolean {
  moves(element, 'focus', 'focusin', () => focus(element, { preventScroll: true }));
  try {
    return work();
  } finally {
    // Calendars that opened with the focus close by the key that a person leaves with.
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
