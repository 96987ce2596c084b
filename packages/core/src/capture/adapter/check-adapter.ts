/** Reads an adapter from a file or an object; each fault is named by line, or by place in the object. */
import * as v from 'valibot';
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import { type Adapter, pointersIn } from './adapter.js';
import { AdapterSchema } from './adapter-schema.js';
import { JsonFault, type JsonPath, parsePlacedJson } from './placed-json.js';
import { parseSelector } from './selector.js';

/** Largest adapter file, in UTF-16 code units; a real one is a few thousand. */
const MAX_LENGTH = 256 * 1024;
/** Most steps of all selectors together; a real one has a few dozen. */
const MAX_STEPS = 200;
const TOO_MANY_STEPS =
  'The adapter has too many selectors. Use labels, or 200 steps of selectors or fewer in all.';
const SAYS_NOTHING = '“screens”: Describe at least one screen, or a form in “fill”.';
/** Most issues reported: more would not help. */
const MAX_ISSUES = 50;

/**
 * Checks an adapter. JSON text gives issues `at` a line and column, an object `at` a place such as `screens.0.fields`.
 *
 * @returns the adapter, or one issue for each thing that is wrong, in the order of the file
 */
export function checkAdapter(input: unknown): Result<Adapter> {
  if (typeof input !== 'string') return checkObject(input, (path) => path.join('.'));
  if (input.length > MAX_LENGTH)
    return failed(adapterInvalid('The adapter file is too large. It can be 256 kB at most.'));
  try {
    const { value, placeOf } = parsePlacedJson(input);
    return checkObject(value, placeOf);
  } catch (error) {
    if (error instanceof JsonFault) return failed(adapterInvalid(error.message, error.at));
    throw error;
  }
}

function checkObject(value: unknown, placeOf: (path: JsonPath) => string): Result<Adapter> {
  const checked = checkShape(AdapterSchema, value, placeOf);
  return checked.ok ? checkedSteps(checked.value) : checked;
}

/** An adapter of the right shape, checked for its cost. */
export function checkedSteps(adapter: Adapter): Result<Adapter> {
  if (saysNothing(adapter)) return failed(adapterInvalid(SAYS_NOTHING, 'screens'));
  return stepsOf(adapter) > MAX_STEPS ? failed(adapterInvalid(TOO_MANY_STEPS)) : passed(adapter);
}

/** Checks a value from outside against a schema that contains an adapter. */
export function checkShape<const S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  placeOf: (path: JsonPath) => string,
): Result<v.InferOutput<S>> {
  let parsed: v.SafeParseResult<S>;
  try {
    parsed = v.safeParse(schema, value);
  } catch {
    // An object can have getters that throw.
    return failed(adapterInvalid('This cannot be read as an adapter.'));
  }
  if (parsed.success) return passed(parsed.output);
  return failed(
    ...parsed.issues.slice(0, MAX_ISSUES).map((found) => {
      const path = (found.path ?? []).map(({ key }) =>
        typeof key === 'number' ? key : String(key),
      );
      return adapterInvalid(sentence(found, path), placeOf(path));
    }),
  );
}

function saysNothing({ screens, fill = [], references = [] }: Adapter): boolean {
  return screens.length + fill.length + references.length === 0;
}

/** Steps of all selectors. Each step looks at the whole page, so their number is the cost of an adapter. */
function stepsOf(adapter: Adapter): number {
  return pointersIn(adapter)
    .map((pointer) => ('selector' in pointer ? parseSelector(pointer.selector) : undefined))
    .reduce((sum, parsed) => sum + (parsed?.ok ? parsed.value.length : 0), 0);
}

function sentence(found: v.BaseIssue<unknown>, path: JsonPath): string {
  const key = String(path.at(-1) ?? 'adapter');
  if (found.expected === 'never')
    return ['fields', 'columns', 'sensitivity', 'choices'].includes(String(path.at(-2)))
      ? `“${key}” is not a field that can be ${path.includes('fill') ? 'filled' : 'captured'}. Check its spelling against the list of field paths.`
      : `“${key}” is not part of an adapter. Check its spelling, or remove it.`;
  if (found.received === 'undefined' && found.expected !== null) return `“${key}” is missing.`;
  // The library’s own words repeat the value found, of any length.
  if (found.kind === 'schema' && found.message.startsWith('Invalid'))
    return `“${key}” is not what belongs here: it must be ${found.expected}.`;
  return `“${key}”: ${found.message.replace(/\.$/, '')}.`;
}

/** An issue with an adapter, and its place in the file. */
export function adapterInvalid(message: string, at?: string): Issue {
  return {
    code: 'adapter-invalid',
    message,
    severity: 'error',
    ...(at === undefined || at === '' ? {} : { at }),
  };
}
