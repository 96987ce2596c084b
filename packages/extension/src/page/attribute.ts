/** The attributes that a reading needs, under the property names that hast gives them; every other stays in the page. */
import { linkOf } from './address.js';
import { attributeNamesOf, attributeOf } from './native.js';

type Kind = 'text' | 'list' | 'number' | 'link' | 'flag' | 'value';

const KEPT: ReadonlyMap<string, readonly [property: string, kind: Kind]> = new Map([
  ['id', ['id', 'text']],
  ['class', ['className', 'list']],
  ['for', ['htmlFor', 'list']],
  ['name', ['name', 'text']],
  ['type', ['type', 'text']],
  ['role', ['role', 'text']],
  ['aria-label', ['ariaLabel', 'text']],
  ['aria-labelledby', ['ariaLabelledBy', 'list']],
  ['aria-describedby', ['ariaDescribedBy', 'list']],
  ['aria-hidden', ['ariaHidden', 'text']],
  ['headers', ['headers', 'list']],
  ['scope', ['scope', 'text']],
  ['rowspan', ['rowSpan', 'number']],
  ['colspan', ['colSpan', 'number']],
  ['placeholder', ['placeholder', 'text']],
  ['title', ['title', 'text']],
  ['lang', ['lang', 'text']],
  ['href', ['href', 'link']],
  ['alt', ['alt', 'text']],
  ['hidden', ['hidden', 'flag']],
  ['autocomplete', ['autoComplete', 'list']],
  ['contenteditable', ['contentEditable', 'text']],
  ['datetime', ['dateTime', 'text']],
  ['aria-level', ['ariaLevel', 'number']],
  ['label', ['label', 'text']],
  ['multiple', ['multiple', 'flag']],
  ['open', ['open', 'flag']],
  ['value', ['value', 'value']],
]);

/** Inputs whose `value` attribute is a caption or a name, not something typed. */
const CAPTIONED: ReadonlySet<string> = new Set(['button', 'checkbox', 'radio', 'reset', 'submit']);

/** The properties as JSON text, `{}` when there are none to keep. */
export function propertiesOf(element: Element, tag: string, withheld: boolean): string {
  let json = '';
  for (const name of attributeNamesOf(element)) {
    const kept = KEPT.get(name);
    if (!kept) continue;
    const [property, kind] = kept;
    if (kind === 'value' && (withheld || !keepsValue(element, tag))) continue;
    const written = write(attributeOf(element, name) ?? '', kind);
    if (written === undefined) continue;
    json += `${json === '' ? '' : ','}"${property}":${written}`;
  }
  return `{${json}}`;
}

function keepsValue(element: Element, tag: string): boolean {
  if (tag === 'button' || tag === 'option' || tag === 'data') return true;
  return tag === 'input' && CAPTIONED.has(attributeOf(element, 'type')?.toLowerCase() ?? '');
}

function write(value: string, kind: Kind): string | undefined {
  switch (kind) {
    case 'list':
      // Most often one token alone.
      if (value !== '' && !/[ \t\n\f\r]/.test(value)) return `[${JSON.stringify(value)}]`;
      return JSON.stringify(value.split(/[ \t\n\f\r]+/).filter((token) => token !== ''));
    case 'number':
      return /^\d+$/.test(value) ? String(Number(value)) : JSON.stringify(value);
    case 'flag':
      return value === 'until-found' ? JSON.stringify(value) : 'true';
    case 'link': {
      const place = linkOf(value);
      return place === undefined ? undefined : JSON.stringify(place);
    }
    default:
      return JSON.stringify(value);
  }
}
