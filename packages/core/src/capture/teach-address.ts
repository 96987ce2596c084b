/** What an address says of a system: the host, the path without what names a record, and the parameters that do. */
import type { Adapter } from './adapter.js';
import type { SystemWords } from './teach-words.js';

export interface TaughtAddress {
  readonly hosts: readonly string[];
  readonly paths: readonly string[];
  /** Parameters that say which screen it is: `{ _task: 'addressbook' }`. */
  readonly query?: Readonly<Record<string, string>>;
  readonly link?: NonNullable<Adapter['link']>;
}

const NAME = /^[\w.~-]{1,100}$/;
const MOST_PARAMETERS = 5;
/** A word that a programmer chose, and no number, code or name. */
const PLAIN = /^[a-z][a-z_-]{0,40}(?:\.[a-z]{2,5})?$/;
const RECORD_NAME =
  /(?:^|[_-])(?:id|uid|ref|reference|no|num|number|key|urn|case|record|ticket)$|Id$/i;
const RECORD_CODE = /^[\w.~-]{1,64}$/;

/** @returns undefined where the page has no address on a network */
export function taughtAddress(
  url: string,
  words?: Pick<SystemWords, 'holdsValue'>,
): TaughtAddress | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, pathname, searchParams } = new URL(url);
  if (!/^https?:$/.test(protocol) || !/^[a-z0-9.-]+$/.test(hostname)) return undefined;
  const isPlain = (word: string): boolean =>
    PLAIN.test(word.toLowerCase()) && /^[A-Za-z]/.test(word) && !words?.holdsValue(word);
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
    else if (PLAIN.test(value) && !words?.holdsValue(value)) query[name] = value;
  }
  const screen = Object.entries(query).slice(0, MOST_PARAMETERS);
  return {
    hosts: [hostname],
    paths: [path],
    ...(screen.length > 0 ? { query: Object.fromEntries(screen) } : {}),
    ...(record.length > 0 ? { link: { query: record.slice(0, MOST_PARAMETERS) } } : {}),
  };
}
