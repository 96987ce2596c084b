/**
 * A valibot schema as one function that says yes or no and copies nothing: a draft has tens of thousands of members.
 * The schema stays the only definition; a value passes exactly if `v.is` passes it.
 */
import type * as v from 'valibot';

type Check = (value: unknown) => boolean;

/** The members that identify valibot's schemas and actions. */
interface Part {
  readonly kind: string;
  readonly type: string;
  readonly pipe?: readonly Part[];
  readonly entries?: Readonly<Record<string, Part>>;
  readonly item?: Part;
  readonly wrapped?: Part;
  readonly default?: unknown;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly '~run': (dataset: object, config: object) => { readonly issues?: unknown };
}

/**
 * @returns a guard for values from `JSON.parse`
 * @throws {TypeError} at once for a schema that would change the values, or of an unknown kind
 */
export function compiledCheck<const S extends v.GenericSchema>(
  schema: S,
): (value: unknown) => value is v.InferOutput<S> {
  return checkOf(schema as unknown as Part) as (value: unknown) => value is v.InferOutput<S>;
}

function checkOf(part: Part): Check {
  const [first, ...actions] = part.pipe ?? [];
  if (first) {
    const checks = [first, ...actions].filter(({ kind }) => kind !== 'metadata').map(checkOf);
    return (value) => checks.every((check) => check(value));
  }
  if (part.kind === 'validation')
    return (value) => part['~run']({ typed: true, value }, {}).issues === undefined;
  switch (part.type) {
    // Gives a value another type and does not change it.
    case 'brand':
      return () => true;
    case 'string':
      return (value) => typeof value === 'string';
    case 'number':
      return (value) => typeof value === 'number' && !Number.isNaN(value);
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'literal':
      return (value) => value === part.literal;
    case 'picklist': {
      const known = new Set(part.options);
      return (value) => known.has(value);
    }
    case 'array':
      return arrayCheck(checkOf(part.item ?? unknownTo(part)));
    case 'variant': {
      const options = (part.options ?? []).map((option) => checkOf(option as Part));
      return (value) => options.some((check) => check(value));
    }
    case 'strict_object':
      return objectCheck(part.entries ?? unknownTo(part));
    default:
      return unknownTo(part);
  }
}

function arrayCheck(item: Check): Check {
  return (value) => Array.isArray(value) && value.every(item);
}

/** Passes objects with only known members, and with all of them except the optional. */
function objectCheck(entries: Readonly<Record<string, Part>>): Check {
  const checks = new Map<string, Check>();
  const needed: string[] = [];
  for (const [key, part] of Object.entries(entries)) {
    const isOptional = part.type === 'exact_optional' || part.type === 'optional';
    if (!isOptional) needed.push(key);
    // A default would have to be inserted.
    if (isOptional && part.default !== undefined) unknownTo(part);
    checks.set(key, checkOf(isOptional ? (part.wrapped ?? unknownTo(part)) : part));
  }
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const members = value as Readonly<Record<string, unknown>>;
    for (const key in members) if (!checks.get(key)?.(members[key])) return false;
    return needed.every((key) => Object.hasOwn(members, key));
  };
}

function unknownTo({ type }: Part): never {
  throw new TypeError(`A schema of type “${type}” is not compiled`);
}
