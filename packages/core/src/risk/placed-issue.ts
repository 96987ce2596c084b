/** Faults in a file of data, placed by line and column, or by place in the object if there is no text. */
import type * as v from 'valibot';
import { JsonFault, type JsonPath, parsePlacedJson } from '../capture/adapter/placed-json.js';
import type { Issue } from '../shared/issue.js';

/** Largest file, in UTF-16 code units; a real one is a few tens of thousands. */
const MAX_LENGTH = 512 * 1024;
/** More issues than this help nobody. */
const MAX_ISSUES = 50;

export interface Placed {
  readonly value: unknown;
  readonly placeOf: (path: JsonPath) => string;
}

/** One thing wrong with data of the right shape. */
export interface Fault {
  readonly path: JsonPath;
  readonly message: string;
  /** Absent: the code of the data that is checked. */
  readonly code?: string;
}

/** Returns the data of a JSON text, or an object unchanged; otherwise the fault and its place. */
export function placed(input: unknown): Placed | { readonly fault: string; readonly at?: string } {
  if (typeof input !== 'string')
    return { value: input, placeOf: (path) => path.map(String).join('.') };
  if (input.length > MAX_LENGTH)
    return { fault: 'The file is too large. It can be 512 kB at most.' };
  try {
    return parsePlacedJson(input);
  } catch (error) {
    if (error instanceof JsonFault) return { fault: error.message, at: error.at };
    throw error;
  }
}

/** Turns the complaints of a schema into issues, one for each place, in the order of the file. */
export function shapeIssues(
  found: readonly v.BaseIssue<unknown>[],
  code: string,
  what: string,
  placeOf: Placed['placeOf'],
): readonly Issue[] {
  const seen = new Set<string>();
  return found.slice(0, MAX_ISSUES).flatMap((each) => {
    const path = (each.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
    const place = JSON.stringify(path);
    if (seen.has(place)) return [];
    seen.add(place);
    return [issueOf(code, sentence(each, path, what), placeOf(path))];
  });
}

/** Names that a schema skips silently if a file may use any name. */
const PASSED_OVER = ['__proto__', 'constructor', 'prototype'];

/** A fault for each such name in data of the right shape: nothing in a file is dropped silently. */
export function passedOver(value: unknown, path: JsonPath = []): readonly Fault[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]): readonly Fault[] => {
    const at = [...path, Array.isArray(value) ? Number(name) : name];
    return PASSED_OVER.includes(name)
      ? [{ path: at, message: `“${name}” cannot be the name of anything here` }]
      : passedOver(member, at);
  });
}

export function issueOf(code: string, message: string, at?: string): Issue {
  return { code, severity: 'error', message, ...(at === undefined || at === '' ? {} : { at }) };
}

function sentence(found: v.BaseIssue<unknown>, path: JsonPath, what: string): string {
  // A place in a list has no name of its own.
  const key = path.findLast((each) => typeof each === 'string') ?? what;
  if (found.expected === 'never')
    return `“${key}” is not part of ${what}. Check its spelling, or remove it.`;
  if (found.received === 'undefined' && found.kind === 'schema') return `“${key}” is missing.`;
  const wanted = found.type === 'integer' ? 'a whole number' : wantedWords(found.expected);
  // The library’s own words repeat the value, however long it is.
  if (found.message.startsWith('Invalid'))
    return `“${key}” is not what belongs here: it must be ${wanted}.`;
  return `“${key}”: ${found.message}`;
}

const TYPES: Readonly<Record<string, string>> = {
  number: 'a number, without quotes',
  string: 'text in quotes',
  boolean: 'true or false',
  true: 'true, or left out',
  Array: 'a list in square brackets',
  Object: 'members in braces',
};

/** The schema’s own expectation as part of a sentence. */
function wantedWords(expected: string | null): string {
  if (expected === null) return 'shorter';
  if (Object.hasOwn(TYPES, expected)) return TYPES[expected] ?? expected;
  if (expected.startsWith('>=')) return `${expected.slice(2)} or more`;
  if (expected.startsWith('<=')) return `${expected.slice(2)} or less`;
  if (expected.startsWith('/'))
    return `${expected.includes('A-Z') ? '' : 'small '}letters, digits and single hyphens`;
  const terms = [...expected.matchAll(/"([^"]*)"/g)].map(([, term]) => term);
  return terms.length > 0 ? `one of ${terms.join(', ')}` : expected;
}
