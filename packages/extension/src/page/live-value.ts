/** What a control holds now, which the markup does not say. */
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

/** An editor longer than this, in characters, is read from its text nodes alone. */
const EDITOR_BOUND = 200_000;

const CAPTIONED: ReadonlySet<string> = new Set(['button', 'image', 'reset', 'submit']);
const CONTROLS: ReadonlySet<string> = new Set(['button', 'input', 'select', 'textarea']);

export function isControl(element: Element, tag: string): boolean {
  return CONTROLS.has(tag) || isEditor(element);
}

export interface Live {
  readonly value?: string;
  readonly checked?: boolean;
}

const NOTHING: Live = {};

/** The caller has made sure that the element is not withheld. */
export function liveOf(element: Element, tag: string): Live {
  switch (tag) {
    case 'input':
      return ofInput(element as HTMLInputElement);
    case 'textarea':
      return { value: textareaValueOf(element as HTMLTextAreaElement) };
    case 'select':
      return {
        value: Array.from(chosenOf(element as HTMLSelectElement), optionTextOf).join('\n'),
      };
    default:
      return ofCustom(element);
  }
}

function ofInput(input: HTMLInputElement): Live {
  const type = inputTypeOf(input);
  if (type === 'checkbox' || type === 'radio') return { checked: isChecked(input) };
  return CAPTIONED.has(type) ? NOTHING : { value: inputValueOf(input) };
}

/** Editable regions, and what stands in for a box or a switch in pages that draw their own. */
function ofCustom(element: Element): Live {
  const state = attributeOf(element, 'aria-checked');
  if (state === 'true' || state === 'false') return { checked: state === 'true' };
  if (!isEditor(element)) return NOTHING;
  const text = shownTextOf(element as HTMLElement);
  return text.length <= EDITOR_BOUND ? { value: text } : NOTHING;
}

function isEditor(element: Element): boolean {
  const editable = attributeOf(element, 'contenteditable');
  return editable !== null && editable !== 'false' && isEditable(element as HTMLElement);
}
