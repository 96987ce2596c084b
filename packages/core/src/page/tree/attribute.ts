/** Attributes of a hast element by their HTML names, for both spellings that a writer of snapshots may use. */
import type { Element } from 'hast';

/** hast's spelling where it differs from HTML's. */
const HAST_NAMES = {
  for: 'htmlFor',
  class: 'className',
  colspan: 'colSpan',
  rowspan: 'rowSpan',
  'aria-label': 'ariaLabel',
  'aria-labelledby': 'ariaLabelledBy',
  'aria-checked': 'ariaChecked',
  'aria-controls': 'ariaControls',
  'aria-expanded': 'ariaExpanded',
  'aria-haspopup': 'ariaHasPopup',
  'aria-level': 'ariaLevel',
  'aria-selected': 'ariaSelected',
  contenteditable: 'contentEditable',
  autocomplete: 'autoComplete',
  inputmode: 'inputMode',
  shadowrootmode: 'shadowRootMode',
  bgcolor: 'bgColor',
  srcdoc: 'srcDoc',
  datetime: 'dateTime',
  itemprop: 'itemProp',
  'data-date-format': 'dataDateFormat',
  'data-label': 'dataLabel',
} as const;

const SPELLINGS: Readonly<Partial<Record<AttributeName, string>>> = HAST_NAMES;

type Renamed = keyof typeof HAST_NAMES;
type Same =
  | 'align'
  | 'checked'
  | 'data'
  | 'headers'
  | 'height'
  | 'hidden'
  | 'id'
  | 'label'
  | 'lang'
  | 'multiple'
  | 'name'
  | 'open'
  | 'pattern'
  | 'placeholder'
  | 'role'
  | 'scope'
  | 'selected'
  | 'slot'
  | 'src'
  | 'style'
  | 'title'
  | 'type'
  | 'value'
  | 'width';
type AttributeName = Renamed | Same;

/**
 * The attribute as text: `''` for one without a value, undefined if it is not there. Own members only, so that a page
 * cannot answer through a prototype.
 */
export function attribute(element: Element, name: AttributeName): string | undefined {
  const properties = element.properties as Readonly<Record<string, unknown>> | undefined;
  if (!properties) return undefined;
  const spelling = SPELLINGS[name];
  const value =
    own(properties, name) ?? (spelling === undefined ? undefined : own(properties, spelling));
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value === true) return '';
  if (Array.isArray(value)) return value.join(' ');
  return undefined;
}

/** True if the element has any attributes; many have none, and need no further questions. */
export function hasAttributes(element: Element): boolean {
  for (const _ in element.properties) return true;
  return false;
}

function own(properties: Readonly<Record<string, unknown>>, key: string): unknown {
  const value = properties[key];
  // Nearly every question is about an absent attribute, and this answers it fast.
  return value !== undefined && Object.hasOwn(properties, key) ? value : undefined;
}

/** Words of an attribute that holds a list: `class`, `headers`, `aria-labelledby`. */
export function tokens(element: Element, name: AttributeName): readonly string[] {
  const text = attribute(element, name)?.trim();
  return text ? text.split(/\s+/) : [];
}
