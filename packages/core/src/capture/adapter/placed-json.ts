/** JSON with the place of every key and item, so that a fault in a file can be named by its line. */

export type JsonPath = readonly (string | number)[];

export interface PlacedJson {
  readonly value: unknown;
  /** Line and column, from 1, of the key or item at a path, or of its nearest parent. */
  placeOf(path: JsonPath): string;
}

/** Reason that a text is not JSON, and the line and column of the fault. */
export class JsonFault extends Error {
  readonly at: string;

  constructor(message: string, at: string) {
    super(message);
    this.at = at;
  }
}

/** Limits of a file; beyond them it is refused. */
export interface PlacedJsonOptions {
  /** Deepest nesting accepted; absent: 20. */
  readonly deepest?: number;
  /** Most texts, numbers, words, arrays and objects together; absent: any number. */
  readonly values?: number;
}

/** The place of a value, and of what is in it: a tree, since paths as texts would repeat every key above them. */
interface Place {
  from?: number;
  below?: Map<string | number, Place>;
}

/** Default depth: no adapter comes near it. */
const MAX_DEPTH = 20;

/** White space, then the beginning of one token: a mark, a string's first quote, or a whole number or word. */
const TOKEN = /[ \t\r\n]*([[\]{}:,"]|[^\s[\]{}:,"]+)/y;

/**
 * Parses in one pass over the text. A key such as `__proto__` is a key like any other: it becomes the object's own.
 *
 * @throws {JsonFault} when the text is not JSON, has a duplicate key (in JSON the second would hide the first), is
 * nested too deep, or holds more values than `options` allow
 */
export function parsePlacedJson(
  text: string,
  { deepest = MAX_DEPTH, values = Number.POSITIVE_INFINITY }: PlacedJsonOptions = {},
): PlacedJson {
  const root: Place = {};
  let at = 0;
  let count = 0;
  let starts: readonly number[] | undefined;

  const fault = (message: string, offset: number): JsonFault =>
    new JsonFault(message, lineAndColumn(text, offset));

  const next = (): { readonly token: string; readonly from: number } => {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) throw fault(text.slice(at).trim() === '' ? CUT_SHORT : NOT_JSON, at);
    const from = TOKEN.lastIndex - token.length;
    at = token === '"' ? afterString(text, from) : TOKEN.lastIndex;
    if (at > text.length) throw fault(UNCLOSED, from);
    return { token: text.slice(from, at), from };
  };

  const literal = (token: string, from: number): unknown => {
    try {
      return JSON.parse(token);
    } catch {
      throw fault(NOT_JSON, from);
    }
  };

  // Keeps places only as far as anybody asks for them: a page in a file is deep and has many nodes.
  const below = (
    place: Place | undefined,
    key: string | number,
    depth: number,
    from?: number,
  ): Place | undefined => {
    if (place === undefined || depth >= MAX_DEPTH) return undefined;
    const made: Place = from === undefined ? {} : { from };
    place.below ??= new Map();
    place.below.set(key, made);
    return made;
  };

  const value = (place: Place | undefined, depth: number): unknown => {
    const { token, from } = next();
    count += 1;
    if (count > values) throw fault('The file holds too many values.', from);
    // A member's place is that of its key, since the key is what may be misspelt.
    if (place) place.from ??= from;
    if (token !== '{' && token !== '[') return literal(token, from);
    if (depth >= deepest)
      throw fault(`The file is nested too deeply: ${deepest} levels at most.`, from);
    return token === '{' ? members(place, depth) : items(place, depth);
  };

  const items = (place: Place | undefined, depth: number): unknown[] => {
    const found: unknown[] = [];
    const start = at;
    if (next().token === ']') return found;
    at = start;
    for (;;) {
      found.push(value(below(place, found.length, depth), depth + 1));
      const { token, from } = next();
      if (token === ']') return found;
      if (token !== ',') throw fault(NOT_JSON, from);
    }
  };

  const members = (place: Place | undefined, depth: number): Record<string, unknown> => {
    const found = new Map<string, unknown>();
    let { token, from } = next();
    if (token === '}') return {};
    for (;;) {
      const name = literal(token, from);
      if (typeof name !== 'string') throw fault(NOT_JSON, from);
      if (found.has(name))
        throw fault(
          `The same key is here twice: “${name.slice(0, 100)}”. Remove one of them.`,
          from,
        );
      const member = below(place, name, depth, from);
      const colon = next();
      if (colon.token !== ':') throw fault(NOT_JSON, colon.from);
      found.set(name, value(member, depth + 1));
      const end = next();
      if (end.token === '}') return Object.fromEntries(found);
      if (end.token !== ',') throw fault(NOT_JSON, end.from);
      ({ token, from } = next());
    }
  };

  const whole = value(root, 0);
  const after = text.slice(at).search(/\S/);
  if (after >= 0) throw fault(TRAILING, at + after);
  return {
    value: whole,
    placeOf(path) {
      let place = root;
      for (const key of path) {
        const member = place.below?.get(key);
        if (member === undefined) break;
        place = member;
      }
      starts ??= lineStarts(text);
      return placeAt(starts, place.from ?? 0);
    },
  };
}

/**
 * End of the string that begins there; beyond the text if it is unclosed. A pattern would overflow the stack on a long
 * one.
 */
function afterString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

const NOT_JSON = 'The file is not JSON. Check its commas, quotes and brackets.';
const CUT_SHORT = 'The file is not JSON: it ends too early, and part of it is missing.';
const UNCLOSED = 'The file is not JSON: this text has no closing quotation mark.';
const TRAILING = 'The file is not JSON: there is more text after its end. Remove it.';

function lineAndColumn(text: string, offset: number): string {
  return placeAt(lineStarts(text), offset);
}

/** Offsets at which lines begin. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function placeAt(starts: readonly number[], offset: number): string {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return `line ${low + 1}, column ${offset - (starts[low] ?? 0) + 1}`;
}
