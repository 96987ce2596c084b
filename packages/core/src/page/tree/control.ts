/** Form controls with their current state: typed, chosen or ticked. Controls that must not be read are never listed. */
import type { Element } from 'hast';
import { attribute } from './attribute.js';
import { isInGroup, optionOf } from './choice.js';
import type { PageIndex } from './page-index.js';
import { contains, controlCount, controlsIn, elementAt } from './span.js';
import { displayText, foldLines, LONGEST_VALUE } from './text.js';
import { HIDDEN } from './visibility.js';
import { isWithheld } from './withheld.js';

export interface Control {
  readonly at: number;
  readonly kind: 'text' | 'choice';
  /** Value; `''` if nothing is typed, chosen or ticked. */
  readonly value: string;
  readonly verbatim: string;
  /** Set for a lone tick box: its own text is the label, and the value says that it is ticked. */
  readonly alone?: boolean;
  /** Place where it is shown, if a button or the like represents it. */
  readonly shownAt?: number;
}

const NOT_READ = new Set(['hidden', 'password', 'file', 'submit', 'button', 'reset', 'image']);

/** The value of a ticked box that has only its label and no text besides. */
export const TICKED = 'Yes';

/** Every control of a frame that may be read, by order. */
export function readControls(index: PageIndex): ReadonlyMap<number, Control> {
  const controls = new Map<number, Control>();
  for (const at of index.controls) {
    const element = elementAt(index, at);
    if (!element || isWithheld(element)) continue;
    const control = readControl(index, at, element);
    if (control) controls.set(at, control);
  }
  for (const at of [...controls.keys()]) joinWidget(index, at, controls);
  return controls;
}

function readControl(index: PageIndex, at: number, element: Element): Control | undefined {
  const tag = index.tags[at];
  const type = tag === 'input' ? (attribute(element, 'type') ?? 'text').toLowerCase() : undefined;
  if (type !== undefined && NOT_READ.has(type)) return undefined;
  const role = index.roles.get(at);
  if (type === 'radio' || type === 'checkbox') return readChoice(index, at, element);
  if (type === undefined && (role === 'radio' || role === 'checkbox' || role === 'switch'))
    return readChoice(index, at, element);
  if (tag === 'select') return text(at, selectedText(element), 'choice');
  if (tag === 'textarea') return text(at, element.data?.value ?? childText(element), 'text');
  if (tag === 'input')
    return text(at, element.data?.value ?? attribute(element, 'value') ?? '', 'text');
  if (role === 'combobox' && controlCount(index, at) > 1) return undefined;
  return text(
    at,
    element.data?.value ?? displayText(index, at),
    role === 'combobox' ? 'choice' : 'text',
  );
}

function text(at: number, raw: string, kind: Control['kind']): Control {
  const verbatim = raw.length > LONGEST_VALUE + 1 ? raw.slice(0, LONGEST_VALUE + 1) : raw;
  return { at, kind, value: foldLines(verbatim), verbatim };
}

function readChoice(index: PageIndex, at: number, element: Element): Control {
  const checked =
    element.data?.checked ??
    (attribute(element, 'checked') !== undefined || attribute(element, 'aria-checked') === 'true');
  const alone = !isInGroup(index, at, element);
  if (!checked) return { at, kind: 'choice', value: '', verbatim: '', alone };
  const { text: option, verbatim } = optionOf(index, at);
  return { at, kind: 'choice', value: option || TICKED, verbatim: verbatim || TICKED, alone };
}

/** Texts of the selected options, one per line. An option with an empty value is a prompt, not a choice. */
function selectedText(select: Element): string {
  const options = optionsOf(select);
  const live = select.data?.value;
  if (live !== undefined) {
    const asks = options.some((option) => option.empty && option.text === foldLines(live));
    return asks ? '' : live;
  }
  const selected = options.filter((option) => option.selected);
  if (selected.length === 0 && attribute(select, 'multiple') === undefined) {
    const [first] = options;
    return first && !first.empty ? first.text : '';
  }
  return selected
    .filter((option) => !option.empty)
    .map((option) => option.text)
    .join('\n');
}

function optionsOf(select: Element): { text: string; empty: boolean; selected: boolean }[] {
  const options: { text: string; empty: boolean; selected: boolean }[] = [];
  const visit = (element: Element, left: number): void => {
    for (const child of element.children) {
      if (child.type !== 'element') continue;
      if (child.tagName === 'option') {
        const label = foldLines(attribute(child, 'label') || childText(child));
        options.push({
          text: label,
          empty: label === '' || attribute(child, 'value')?.trim() === '',
          selected: attribute(child, 'selected') !== undefined,
        });
      } else if (left > 0) visit(child, left - 1);
    }
  };
  visit(select, 4);
  return options;
}

function childText(element: Element): string {
  return element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}

/** Joins a hidden `select` with the button of a styled list: one control, shown where the button is. */
function joinWidget(index: PageIndex, at: number, controls: Map<number, Control>): void {
  const tag = index.tags[at];
  if (tag === 'select' || tag === 'input' || index.roles.get(at) !== 'combobox') return;
  const parent = index.parents[at] ?? -1;
  if (parent < 0) return;
  const select = controlsIn(index, parent, 8).find(
    (other) => index.tags[other] === 'select' && !contains(index, at, other),
  );
  const found = select === undefined ? undefined : controls.get(select);
  if (!found) return;
  controls.delete(at);
  const isHidden = ((index.visibility[found.at] ?? 0) & HIDDEN) !== 0;
  controls.set(found.at, { ...found, ...(isHidden ? { shownAt: at } : {}) });
}
