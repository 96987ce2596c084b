/**
 * The attributes that a reading needs, under the property names that hast gives them; every other stays in the page.
 */
import { linkOf } from './address.js';
import { attributeNamesOf, attributeOf } from './native.js';

type Kind = 'text' | 'list' | 'number' | 'link' | 'flag' | 'value' | 'weight';

interface Kept {
  /** Start of its JSON, including the comma before it. */
  readonly opening: string;
  readonly kind: Kind;
}

const PROPERTIES: readonly (readonly [name: string, property: string, kind: Kind])[] = [
  ['id', 'id', 'text'],
  ['class', 'className', 'list'],
  ['for', 'htmlFor', 'list'],
  ['name', 'name', 'text'],
  ['type', 'type', 'text'],
  ['role', 'role', 'text'],
  ['aria-label', 'ariaLabel', 'text'],
  ['aria-labelledby', 'ariaLabelledBy', 'list'],
  ['aria-describedby', 'ariaDescribedBy', 'list'],
  ['aria-hidden', 'ariaHidden', 'text'],
  ['aria-expanded', 'ariaExpanded', 'text'],
  ['aria-selected', 'ariaSelected', 'text'],
  ['aria-haspopup', 'ariaHasPopup', 'text'],
  ['aria-controls', 'ariaControls', 'list'],
  ['headers', 'headers', 'list'],
  ['scope', 'scope', 'text'],
  ['rowspan', 'rowSpan', 'number'],
  ['colspan', 'colSpan', 'number'],
  ['placeholder', 'placeholder', 'text'],
  ['title', 'title', 'text'],
  ['lang', 'lang', 'text'],
  ['href', 'href', 'link'],
  ['alt', 'alt', 'text'],
  ['hidden', 'hidden', 'flag'],
  ['autocomplete', 'autoComplete', 'list'],
  ['contenteditable', 'contentEditable', 'text'],
  ['datetime', 'dateTime', 'text'],
  ['itemprop', 'itemProp', 'list'],
  ['aria-level', 'ariaLevel', 'number'],
  ['label', 'label', 'text'],
  ['multiple', 'multiple', 'flag'],
  ['open', 'open', 'flag'],
  ['value', 'value', 'value'],
  ['style', 'style', 'weight'],
];

const KEPT: ReadonlyMap<string, Kept> = new Map(
  PROPERTIES.map(([name, property, kind]) => [name, { opening: `,"${property}":`, kind }]),
);

/** Bold print, by which a reading knows a heading and a label. All else in a style stays in the page. */
const BOLD = /font-weight\s*:\s*(?:bold|[6-9]00)/i;

/** Inputs whose `value` attribute is a caption or a name, not typed text. */
const CAPTIONED: ReadonlySet<string> = new Set(['button', 'checkbox', 'radio', 'reset', 'submit']);

/**
 * The properties as JSON text, `0` when there are none to keep.
 *
 * @param before - words that a style sheet shows before the element, kept as the label that they are
 */
export function propertiesOf(
  element: Element,
  tag: string,
  withheld: boolean,
  before?: string,
): string {
  let json = before ? `,"dataLabel":${JSON.stringify(before)}` : '';
  const names = attributeNamesOf(element);
  // A plain loop is at full speed sooner, in code that runs once.
  for (let at = 0; at < names.length; at += 1) {
    const name = names[at] ?? '';
    const kept = KEPT.get(name);
    if (!kept) continue;
    if (kept.kind === 'value' && (withheld || !keepsValue(element, tag))) continue;
    const written = write(attributeOf(element, name) ?? '', kept.kind);
    if (written !== undefined) json += kept.opening + written;
  }
  return json === '' ? '0' : `{${json.slice(1)}}`;
}

function keepsValue(element: Element, tag: string): boolean {
  if (tag === 'button' || tag === 'option' || tag === 'data') return true;
  return tag === 'input' && CAPTIONED.has(attributeOf(element, 'type')?.toLowerCase() ?? '');
}

function write(value: string, kind: Kind): string | undefined {
  switch (kind) {
    case 'list':
      // Mostly a single token.
      if (value !== '' && !/[ \t\n\f\r]/.test(value)) return `[${JSON.stringify(value)}]`;
      return JSON.stringify(value.split(/[ \t\n\f\r]+/).filter((token) => token !== ''));
    case 'number':
      return /^\d+$/.test(value) ? String(Number(value)) : JSON.stringify(value);
    case 'flag':
      return value === 'until-found' ? JSON.stringify(value) : 'true';
    case 'weight':
      return BOLD.test(value) ? '"font-weight:bold"' : undefined;
    case 'link': {
      const place = linkOf(value);
      return place === undefined ? undefined : JSON.stringify(place);
    }
    default:
      return JSON.stringify(value);
  }
}
