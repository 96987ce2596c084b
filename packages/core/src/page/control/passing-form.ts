/** Forms whose content is not kept: a search, a filter, a login, a subscription. */
import { attribute } from '../tree/attribute.js';
import type { PageIndex } from '../tree/page-index.js';
import { elementAt, endOf } from '../tree/span.js';
import { displayText } from '../tree/text.js';

/** Caption of such a form's one button. */
const BUTTON =
  /^(?:go$|(?:search|find|filter|apply filters?|look ?up|sign in|log ?in|log on|subscribe|sign up)\b)/i;
const SEARCHES = /(?:^|[/?=_-])(?:search|find|lookup|filter)(?:$|[/?&=._-])/i;

/** True by the form or search region around a control, as far as the markup says. */
export function isPassing(index: PageIndex, at: number): boolean {
  for (let up = at; up >= 0; up = index.parents[up] ?? -1) {
    if (index.tags[up] === 'search' || index.roles.get(up) === 'search') return true;
    if (index.tags[up] === 'form') return formPasses(index, up);
  }
  return false;
}

const KNOWN = new WeakMap<PageIndex, Map<number, boolean>>();

function formPasses(index: PageIndex, form: number): boolean {
  const known = KNOWN.get(index) ?? new Map<number, boolean>();
  KNOWN.set(index, known);
  const before = known.get(form);
  if (before !== undefined) return before;
  const passes = isSearch(index, form) || saysSo(index, form);
  known.set(form, passes);
  return passes;
}

function isSearch(index: PageIndex, form: number): boolean {
  const element = elementAt(index, form);
  const action = String(element?.properties.action ?? '');
  const method = String(element?.properties.method ?? 'get').toLowerCase();
  return method === 'get' && SEARCHES.test(action);
}

/** Most boxes of a login next to its password: a form with more keeps a person, and signs nobody in or up. */
const MOST_OF_LOGIN = 10;
/** Kinds of `input` that nobody writes into. */
const NOT_WRITTEN = /^(?:password|hidden|submit|button|reset|image|file|checkbox|radio)$/;

/** True for a login, or for a form whose every button says that nothing is kept. */
function saysSo(index: PageIndex, form: number): boolean {
  const captions: string[] = [];
  let asksPassword = false;
  let others = 0;
  for (let at = form + 1; at < endOf(index, form); at += 1) {
    const element = elementAt(index, at);
    const tag = index.tags[at];
    const type = element ? (attribute(element, 'type') ?? '').toLowerCase() : '';
    if (tag === 'input' && type === 'password') asksPassword = true;
    if (/^(?:select|textarea)$/.test(tag ?? '') || (tag === 'input' && !NOT_WRITTEN.test(type)))
      others += 1;
    if (element && tag === 'button' && type !== 'button' && type !== 'reset')
      captions.push(displayText(index, at).trim());
    if (element && tag === 'input' && type === 'submit')
      captions.push(String(element.properties.value ?? '').trim());
  }
  if (asksPassword && others <= MOST_OF_LOGIN) return true;
  return captions.length > 0 && captions.every((caption) => BUTTON.test(caption));
}
