/**
 * Words that a style sheet puts before an element: some systems write their labels so, and no text of the page has
 * them. Found by the few rules that do it, so that pages without any cost nothing.
 */
import { attributeOf } from './native.js';

const MOST_RULES = 20_000;
const MOST_ELEMENTS = 2_000;
const LONGEST = 120;
const LONGEST_CONTENT = 2_000;
/**
 * Milliseconds: a page with thousands of such rules is left as it is after that. Far more than an honest page takes on a
 * busy computer, where a shorter bound would leave half of its labels out.
 */
const LONGEST_SEARCH = 250;
const WRITES = /:{1,2}before\b/;
/** Two letters in a string, or the text of an attribute; icons are a single letter of their own. */
const WORDED = /["'][^"']*\p{L}{2}|attr\(/u;
const STRINGS = /"((?:[^"\\]|\\.)*)"|attr\(\s*([\w-]+)\s*\)/g;

/** Words before each element that has any. Empty where no rule of the page's own writes words. */
export function textsBefore(): ReadonlyMap<Element, string> {
  const texts = new Map<Element, string>();
  const until = performance.now() + LONGEST_SEARCH;
  let left = MOST_RULES;
  const sheets: CSSRuleList[] = [];
  for (const sheet of document.styleSheets) {
    const rules = rulesOf(sheet);
    if (rules) sheets.push(rules);
  }
  for (let rules = sheets.pop(); rules && left > 0; rules = sheets.pop())
    for (const rule of rules) {
      left -= 1;
      if (left <= 0 || performance.now() > until) return texts;
      if (rule instanceof CSSStyleRule) addTexts(rule, texts);
      else if (rule instanceof CSSGroupingRule) sheets.push(rule.cssRules);
    }
  return texts;
}

/** Rules of a sheet; undefined for one from another site, which may not be read. */
function rulesOf(sheet: CSSStyleSheet): CSSRuleList | undefined {
  try {
    return sheet.cssRules;
  } catch {
    return undefined;
  }
}

function addTexts({ selectorText, style }: CSSStyleRule, texts: Map<Element, string>): void {
  if (!WRITES.test(selectorText) || !WORDED.test(style.content.slice(0, LONGEST_CONTENT))) return;
  const bare = selectorText
    .split(',')
    .filter((part) => WRITES.test(part))
    .map((part) => part.replace(WRITES, '').trim() || '*')
    .join(',');
  try {
    for (const element of document.querySelectorAll(bare)) {
      if (texts.size >= MOST_ELEMENTS) return;
      const text = texts.has(element) ? '' : shownBefore(element);
      if (text !== '') texts.set(element, text);
    }
  } catch {
    // A selector with a comma in brackets, cut in two, is none.
  }
}

/** The words as the browser shows them now: none where another rule takes them away. */
function shownBefore(element: Element): string {
  const { content, display, visibility } = getComputedStyle(element, '::before');
  if (
    display === 'none' ||
    visibility !== 'visible' ||
    !WORDED.test(content.slice(0, LONGEST_CONTENT))
  )
    return '';
  let text = '';
  for (const [, words, name] of content.slice(0, LONGEST_CONTENT).matchAll(STRINGS))
    text += name === undefined ? unescaped(words ?? '') : (attributeOf(element, name) ?? '');
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}
