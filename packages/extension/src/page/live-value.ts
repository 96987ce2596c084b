/** The current value of a control, which is not in the markup. */
import {
  attributeOf,
  chosenOf,
  inputTypeOf,
  inputValueOf,
  isChecked,
  isEditable,
  optionTextOf,
  shownTextOf,
  textareaValueOf,
} from './native.js';

/** Longest text of an editor, in characters; a longer one is read only from its text nodes. */
const EDITOR_BOUND = 200_000;

const CAPTIONED: ReadonlySet<string> = new Set(['button', 'image', 'reset', 'submit']);
const CONTROLS: ReadonlySet<string> = new Set(['button', 'input', 'select', 'textarea']);

export function isControlTag(tag: string): boolean {
  return CONTROLS.has(tag);
}

/**
 * The values as members of its JSON data, with a comma before each; empty when there are none. The caller has checked
 * that the element is not withheld.
 *
 * @param tag - of an HTML element; undefined for one of another namespace
 */
export function liveJson(element: Element, tag: string | undefined, isEdited: boolean): string {
  switch (tag) {
    case 'input':
      return ofInput(element as HTMLInputElement);
    case 'textarea':
      return valueJson(textareaValueOf(element as HTMLTextAreaElement));
    case 'select':
      return valueJson(Array.from(chosenOf(element as HTMLSelectElement), optionTextOf).join('\n'));
    default:
      return ofCustom(element, isEdited);
  }
}

function ofInput(input: HTMLInputElement): string {
  const type = inputTypeOf(input);
  if (type === 'checkbox' || type === 'radio') return `,"checked":${isChecked(input)}`;
  return CAPTIONED.has(type) ? '' : valueJson(inputValueOf(input));
}

/** Editable regions, and substitutes for a tick box or a switch in pages that draw their own. */
function ofCustom(element: Element, isEdited: boolean): string {
  const state = attributeOf(element, 'aria-checked');
  if (state === 'true' || state === 'false') return `,"checked":${state}`;
  if (!isEdited) return '';
  const text = shownTextOf(element as HTMLElement);
  return text.length <= EDITOR_BOUND ? valueJson(text) : '';
}

function valueJson(value: string): string {
  return `,"value":${JSON.stringify(value)}`;
}

/** @param element - an HTML element */
export function isEditor(element: Element): boolean {
  const editable = attributeOf(element, 'contenteditable');
  return editable !== null && editable !== 'false' && isEditable(element as HTMLElement);
}
