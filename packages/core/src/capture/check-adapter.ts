/** Takes in an adapter from a file or an object; what is wrong with it is named by line, or by place in the object. */
import * as v from 'valibot';
import { isNode, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { failed, type Issue, passed, type Result } from '../shared/issue.js';
import type { Adapter } from './adapter.js';
import { AdapterSchema } from './adapter-schema.js';

/** Largest adapter file, in UTF-16 code units; a real one is a few thousand. */
const MAX_LENGTH = 256 * 1024;
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
  let value: unknown;
  try {
    value = JSON.parse(input);
  } catch {
    return failed(syntaxIssue(input));
  }
  const repeated = repeatedKey(input);
  if (repeated) return failed(repeated);
  return checkObject(value, (path) => placeIn(input, path));
}

function checkObject(value: unknown, placeOf: (path: Path) => string): Result<Adapter> {
  let parsed: v.SafeParseResult<typeof AdapterSchema>;
  try {
    parsed = v.safeParse(AdapterSchema, value);
  } catch {
    // An object can have getters, or hold itself.
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
  return `“${key}”: ${found.message}.`.replace(/\.\.$/, '.');
}

function issue(message: string, at?: string): Issue {
  return {
    code: 'adapter-invalid',
    message,
    severity: 'error',
    ...(at === undefined || at === '' ? {} : { at }),
  };
}

/** Says where text stops being JSON; JavaScript engines word it each in their own way, and some without a place. */
function syntaxIssue(text: string): Issue {
  const lines = new LineCounter();
  try {
    const [error] = parseDocument(text, { lineCounter: lines, schema: 'json' }).errors;
    if (error) return issue('The file is not JSON.', lineAndColumn(lines, error.pos[0]));
  } catch {
    // Nested too deeply even to be looked at.
  }
  return issue('The file is not JSON. Check its commas, quotes and brackets.');
}

/** JSON keeps the last of two equal keys without a word; in an adapter that hides a field. */
function repeatedKey(text: string): Issue | undefined {
  const lines = new LineCounter();
  try {
    const error = parseDocument(text, { lineCounter: lines, schema: 'json' }).errors.find(
      ({ code }) => code === 'DUPLICATE_KEY',
    );
    return error && issue('The same key stands here twice.', lineAndColumn(lines, error.pos[0]));
  } catch {
    return issue('The file is nested too deeply.');
  }
}

/** Line and column of the key or item at the end of the path, or of the nearest thing above it. */
function placeIn(text: string, path: Path): string {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'json' });
  const last = path.at(-1);
  let offset: number | undefined;
  for (let depth = path.length; depth >= 0 && offset === undefined; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node)) offset = node.range?.[0];
    if (offset === undefined || typeof last !== 'string' || depth < path.length) continue;
    // The key is what is misspelt, not what it holds.
    visit(document, {
      Pair: (_, pair) => {
        if (isPair(pair) && pair.value === node && isScalar(pair.key)) offset = pair.key.range?.[0];
      },
    });
  }
  return lineAndColumn(lines, offset ?? 0);
}

function lineAndColumn(lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `line ${line}, column ${col}`;
}
