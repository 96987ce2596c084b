/** Takes in an adapter from a file or an object; what is wrong with it is named by line, or by place in the object. */
import * as v from 'valibot';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { failed, type Issue, passed, type Result } from '../shared/issue.js';
import type { Adapter } from './adapter.js';
import { AdapterSchema } from './adapter-schema.js';

/** Largest adapter file, in UTF-16 code units; a real one is a few thousand. */
const MAX_LENGTH = 256 * 1024;
/** The shape itself is nine deep. */
const MAX_DEPTH = 20;
/** More issues than this help nobody. */
const MAX_ISSUES = 50;

type Path = readonly (string | number)[];

/**
 * Checks an adapter. JSON text gives issues `at` a line and column, an object `at` a place such as `screens.0.fields`.
 *
 * @returns the adapter, or one issue for each thing that is wrong, in the order of the file
 */
export function checkAdapter(input: unknown): Result<Adapter> {
  if (typeof input !== 'string') return checkObject(input, (path) => path.join('.'));
  if (input.length > MAX_LENGTH)
    return failed(issue('The adapter file is too large. It can be 256 kB at most.'));
  if (depthOf(input) > MAX_DEPTH) return failed(issue('The adapter file is nested too deeply.'));
  const lines = new LineCounter();
  let value: unknown;
  try {
    value = JSON.parse(input);
  } catch {
    // Engines word this each in their own way, and some without a place.
    const [error] = parseDocument(input, { lineCounter: lines, schema: 'json' }).errors;
    return failed(
      issue(
        'The file is not JSON. Check its commas, quotes and brackets.',
        error && lineAndColumn(lines, error.pos[0]),
      ),
    );
  }
  const document = parseDocument(input, { lineCounter: lines, schema: 'json' });
  // JSON keeps the last of two equal keys without a word; in an adapter that hides a field.
  const twice = document.errors.find(({ code }) => code === 'DUPLICATE_KEY');
  if (twice)
    return failed(issue('The same key stands here twice.', lineAndColumn(lines, twice.pos[0])));
  return checkObject(value, (path) => lineAndColumn(lines, offsetOf(document, path)));
}

function checkObject(value: unknown, placeOf: (path: Path) => string): Result<Adapter> {
  let parsed: v.SafeParseResult<typeof AdapterSchema>;
  try {
    parsed = v.safeParse(AdapterSchema, value);
  } catch {
    // An object can have getters that throw.
    return failed(issue('This cannot be read as an adapter.'));
  }
  if (parsed.success) return passed(parsed.output satisfies Adapter);
  return failed(
    ...parsed.issues.slice(0, MAX_ISSUES).map((found) => {
      const path = (found.path ?? []).map(({ key }) =>
        typeof key === 'number' ? key : String(key),
      );
      return issue(sentence(found, path), placeOf(path));
    }),
  );
}

function sentence(found: v.BaseIssue<unknown>, path: Path): string {
  const key = String(path.at(-1) ?? 'adapter');
  if (found.expected === 'never')
    return ['fields', 'columns', 'sensitivity'].includes(String(path.at(-2)))
      ? `“${key}” is not a field that can be captured. Check its spelling against the list of field paths.`
      : `“${key}” is not part of an adapter. Check its spelling, or take it out.`;
  if (found.received === 'undefined' && found.expected !== null) return `“${key}” is missing.`;
  return `“${key}”: ${found.message.replace(/\.$/, '')}.`;
}

function issue(message: string, at?: string): Issue {
  return {
    code: 'adapter-invalid',
    message,
    severity: 'error',
    ...(at === undefined || at === '' ? {} : { at }),
  };
}

/** How deep brackets stand within each other outside strings, told without a parser that could be made to run out of room. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]}]/g)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Where the key or item at the end of the path stands, or the nearest thing above it. */
function offsetOf(document: Document, path: Path): number {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const last = path.at(-1);
  // The key is what is misspelt, not what it holds.
  if (isMap(parent))
    for (const { key } of parent.items)
      if (isScalar(key) && key.value === last && key.range) return key.range[0];
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function lineAndColumn(lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `line ${line}, column ${col}`;
}
