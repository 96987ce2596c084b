/** The content of a control, as a plan compares it. */
import type { ControlOption, FillStep } from '@cyber-prevent/core/fill';
import { holdsPrompt } from '@cyber-prevent/core/page';
import {
  attributeOf,
  inputValueOf,
  isChecked,
  optionTextOf,
  parentOf,
  textareaValueOf,
} from '../native.js';
import type { Control } from './control-kind.js';
import {
  chosenIndexOf,
  findAllIn,
  findAllInShadow,
  formOf,
  isMatching,
  optionsOf,
  optionValueOf,
  rootOf,
} from './native-control.js';
import { linesOf } from './region.js';

export interface Held {
  readonly value: string;
  readonly isTicked: boolean;
  /** The text of the chosen option, since two may have one value. Absent if none is chosen. */
  readonly text?: string;
}

export function heldBy({ kind, element }: Control): Held {
  switch (kind) {
    case 'tick':
    case 'radio':
      return { value: inputValueOf(element), isTicked: isChecked(element) };
    case 'area':
      return { value: textareaValueOf(element), isTicked: false };
    case 'select': {
      const option = optionsOf(element)[chosenIndexOf(element)];
      if (!option) return { value: '', isTicked: false };
      return { value: optionValueOf(option), isTicked: false, text: optionTextOf(option) };
    }
    case 'region':
      return { value: isPrompt(element) ? '' : linesOf(element).join('\n'), isTicked: false };
    case 'input':
      return { value: inputValueOf(element), isTicked: false };
    default:
      return { value: '', isTicked: false };
  }
}

function isPrompt(region: HTMLElement): boolean {
  return holdsPrompt((attributeOf(region, 'class') ?? '').split(/\s+/));
}

export function saysBefore(held: Held, before: FillStep['before']): boolean {
  return held.value === before.value && held.isTicked === before.isTicked;
}

export function optionsIn(select: HTMLSelectElement): readonly ControlOption[] {
  return Array.from(optionsOf(select), (option) => ({
    value: optionValueOf(option),
    text: optionTextOf(option),
    ...(isShut(option) ? { isDisabled: true as const } : {}),
  }));
}

/** Index of the option with this value and text; -1 if there is none that can be chosen. */
export function optionAt(select: HTMLSelectElement, value: string, text: string): number {
  return Array.from(optionsOf(select)).findIndex(
    (option) => optionValueOf(option) === value && optionTextOf(option) === text && !isShut(option),
  );
}

function isShut(option: HTMLOptionElement): boolean {
  if (isMatching(option, ':disabled')) return true;
  const group = parentOf(option);
  return group instanceof Element && isMatching(group, 'optgroup:disabled');
}

/** The value of the ticked button in its group. */
export function tickedIn(radio: HTMLInputElement): string | undefined {
  const ticked = groupOf(radio).find(isChecked);
  return ticked && inputValueOf(ticked);
}

/** The radio buttons of one group, of which only one can be ticked. */
export function groupOf(radio: HTMLInputElement): readonly HTMLInputElement[] {
  const name = attributeOf(radio, 'name') ?? '';
  if (name === '') return [radio];
  const css = `input[type="radio" i][name="${CSS.escape(name)}"]`;
  const root = rootOf(radio);
  const all = root instanceof ShadowRoot ? findAllInShadow(root, css) : findAllIn(document, css);
  return (Array.from(all) as HTMLInputElement[]).filter((each) => formOf(each) === formOf(radio));
}
