/** A CSS selector that finds one element again, in the stored snapshot and on the page when it is opened anew. */
import { attribute } from './attribute.js';
import { nameOf } from './choice.js';
import type { PageIndex } from './page-index.js';
import { elementAt } from './span.js';

const PLAIN_NAME = /^[A-Za-z][\w-]*$/;
/** Ids that a framework counts up are another on the next load. */
const GENERATED = /\d{3,}|^(?:radix|react|ember|mui|headlessui|ng|yui|ext|gen|ui-id)[-_:]?|[:.«»]/i;
const DEEPEST = 400;

/** ` >>> ` stands between a shadow host and what is inside. */
export function selectorOf(index: PageIndex, at: number): string {
  let from = at;
  while (from >= 0 && index.nodes[from]?.type !== 'element') from = index.parents[from] ?? -1;
  if (from < 0) return ':root';
  const parts: string[] = [];
  for (let step = from, left = DEEPEST; step >= 0 && left > 0; left -= 1) {
    const host = index.hosts[step] ?? -1;
    const short = shortcut(index, step);
    if (short !== undefined) {
      parts.unshift(short);
      if (host < 0) break;
      parts.unshift(' >>> ');
      step = host;
      continue;
    }
    parts.unshift(`${index.tags[step]}:nth-of-type(${index.nth[step]})`);
    const parent = index.parents[step] ?? -1;
    if (parent < 0) break;
    parts.unshift(parent === host ? ' >>> ' : ' > ');
    step = parent;
  }
  return parts.join('');
}

/** An id or name that no other element of the same tree has. */
function shortcut(index: PageIndex, at: number): string | undefined {
  const element = elementAt(index, at);
  if (!element) return undefined;
  const id = attribute(element, 'id');
  if (id && PLAIN_NAME.test(id) && !GENERATED.test(id) && isOnly(index.ids.get(id), at))
    return `#${id}`;
  const name = nameOf(index, at);
  const tag = index.tags[at] ?? '';
  if (name && /^(?:input|select|textarea)$/.test(tag) && isOnly(index.names.get(name), at))
    return `${tag}[name="${quoted(name)}"]`;
  return undefined;
}

function isOnly(orders: readonly number[] | undefined, at: number): boolean {
  return orders?.length === 1 && orders[0] === at;
}

function quoted(text: string): string {
  let out = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (character === '"' || character === '\\') out += `\\${character}`;
    else out += code < 32 || code === 127 ? `\\${code.toString(16)} ` : character;
  }
  return out;
}
