/**
 * Facts about a system from an address: the host, the path without the parts that name a record, and the parameters
 * that name one.
 */
import type { Adapter } from '../adapter/adapter.js';
import type { SystemWords } from './system-words.js';
import type { TaughtPage } from './taught.js';
import { systemWordsOf } from './teach-words.js';

export interface TaughtAddress {
  readonly hosts: readonly string[];
  readonly paths: readonly string[];
  /** Parameters that identify the screen: `{ _task: 'addressbook' }`. */
  readonly query?: Readonly<Record<string, string>>;
  readonly link?: NonNullable<Adapter['link']>;
}

const NAME = /^[\w.~-]{1,100}$/;
const MOST_PARAMETERS = 5;
/** A word that a programmer chose, not a number, code or name. */
const PLAIN = /^[a-z][a-z_-]{0,40}(?:\.[a-z]{2,5})?$/;
const RECORD_NAME =
  /(?:^|[_-])(?:id|uid|ref|reference|no|num|number|key|urn|case|record|ticket)$|Id$/i;
const RECORD_CODE = /^[\w.~-]{1,64}$/;

/**
 * The address facts of the page that is taught on. A person may change the result, and should see it: a path can hold a
 * name.
 *
 * @returns undefined where the page has no address on a network
 */
export function taughtAddress(
  page: TaughtPage,
  words: SystemWords = systemWordsOf(page),
): TaughtAddress | undefined {
  const { url } = page.reading;
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, pathname, searchParams } = new URL(url);
  if (!/^https?:$/.test(protocol) || !/^[a-z0-9.-]+$/.test(hostname)) return undefined;
  const isPlain = (word: string): boolean =>
    PLAIN.test(word.toLowerCase()) && isSystems(word, words);
  const path = pathname
    .split('/')
    .map((segment) => (segment === '' || isPlain(segment) ? segment : '*'))
    .join('/');
  const query: Record<string, string> = {};
  const record: string[] = [];
  for (const name of new Set(searchParams.keys())) {
    const [value = '', ...others] = searchParams.getAll(name);
    if (others.length > 0 || !NAME.test(name)) continue;
    if (RECORD_NAME.test(name) && RECORD_CODE.test(value)) record.push(name);
    else if (PLAIN.test(value) && isSystems(value, words)) query[name] = value;
  }
  const screen = Object.entries(query).slice(0, MOST_PARAMETERS);
  return {
    hosts: [hostname],
    paths: [path],
    ...(screen.length > 0 ? { query: Object.fromEntries(screen) } : {}),
    ...(record.length > 0 ? { link: { query: record.slice(0, MOST_PARAMETERS) } } : {}),
  };
}

/** True for words that any system may have, joined or separate: `addressbook`. An unknown word may be a handle. */
function isSystems(name: string, words: SystemWords): boolean {
  const parts = name
    .replace(/\.[a-z]{2,5}$/i, '')
    .split(/[_-]/)
    .filter((part) => part !== '');
  return !words.holdsValue(name) && parts.every((part) => isOfWords(part.toLowerCase(), words));
}

const SHORTEST_WORD = 3;

function isOfWords(letters: string, words: SystemWords): boolean {
  if (words.isKnown(letters)) return true;
  for (let at = SHORTEST_WORD; at <= letters.length - SHORTEST_WORD; at += 1)
    if (words.isKnown(letters.slice(0, at)) && isOfWords(letters.slice(at), words)) return true;
  return false;
}
