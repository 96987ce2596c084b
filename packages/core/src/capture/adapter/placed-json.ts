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
  const places = new Map<string, number>();
  let at = 0;
  let count = 0;

  const fault = (message: string, offset: number): JsonFault =>
    new JsonFault(message, lineAndColumn(text, offset));

  const next = (): { readonly token: string; readonly from: number } => {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) throw fault(NOT_JSON, at);
    const from = TOKEN.lastIndex - token.length;
    at = token === '"' ? afterString(text, from) : TOKEN.lastIndex;
    if (at > text.length) throw fault(NOT_JSON, from);
    return { token: text.slice(from, at), from };
  };

  const literal = (token: string, from: number): unknown => {
    try {
      return JSON.parse(token);
    } catch {
      throw fault(NOT_JSON, from);
    }
  };

  // Extends a path only as far as anybody asks for places: a page in a file is deep and has many nodes.
  const below = (path: JsonPath, key: string | number, depth: number): JsonPath =>
    depth < MAX_DEPTH ? [...path, key] : path;

  const value = (path: JsonPath, depth: number): unknown => {
    const { token, from } = next();
    count += 1;
    if (count > values) throw fault('The file holds too many values.', from);
    // A member's place is that of its key, since the key is what may be misspelt.
    const key = depth > MAX_DEPTH ? undefined : JSON.stringify(path);
    if (key !== undefined && !places.has(key)) places.set(key, from);
    if (token !== '{' && token !== '[') return literal(token, from);
    if (depth >= deepest) throw fault('The file is nested too deeply.', from);
    return token === '{' ? members(path, depth) : items(path, depth);
  };

  const items = (path: JsonPath, depth: number): unknown[] => {
    const found: unknown[] = [];
    const start = at;
    if (next().token === ']') return found;
    at = start;
    for (;;) {
      found.push(value(below(path, found.length, depth), depth + 1));
      const { token, from } = next();
      if (token === ']') return found;
      if (token !== ',') throw fault(NOT_JSON, from);
    }
  };

  const members = (path: JsonPath, depth: number): Record<string, unknown> => {
    const found = new Map<string, unknown>();
    let { token, from } = next();
    if (token === '}') return {};
    for (;;) {
      const name = literal(token, from);
      if (typeof name !== 'string') throw fault(NOT_JSON, from);
      if (found.has(name)) throw fault('The same key is here twice.', from);
      if (depth < MAX_DEPTH) places.set(JSON.stringify([...path, name]), from);
      const colon = next();
      if (colon.token !== ':') throw fault(NOT_JSON, colon.from);
      found.set(name, value(below(path, name, depth), depth + 1));
      const end = next();
      if (end.token === '}') return Object.fromEntries(found);
      if (end.token !== ',') throw fault(NOT_JSON, end.from);
      ({ token, from } = next());
    }
  };

  const whole = value([], 0);
  if (text.slice(at).trim() !== '') throw fault(NOT_JSON, at);
  return {
    value: whole,
    placeOf(path) {
      for (let depth = path.length; depth >= 0; depth -= 1) {
        const offset = places.get(JSON.stringify(path.slice(0, depth)));
        if (offset !== undefined) return lineAndColumn(text, offset);
      }
      return lineAndColumn(text, 0);
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

function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return `line ${line}, column ${offset - before.lastIndexOf('\n')}`;
}
