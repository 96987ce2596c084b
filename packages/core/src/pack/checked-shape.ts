/** Checks of a definition’s value against a schema, each fault named by its line. */
import * as v from 'valibot';
import type { JsonPath } from '../capture/adapter/placed-json.js';
import { passedOver, shapeIssues } from '../risk/placed-issue.js';
import { failed, type Issue, passed, type Result } from '../shared/issue.js';
import type { DefinitionContext, DefinitionKind, Entries } from './definition-kind.js';
import { statusWithin } from './standing.js';

const CODE = 'pack-definition-invalid';
const MOST_ROWS = 2000;

/** A kind whose value is that schema. */
export function ofSchema<S extends v.GenericSchema>(
  schema: S,
  what: string,
  replaces: DefinitionKind<unknown>['replaces'],
  entries: (value: v.InferOutput<S>) => Entries,
): DefinitionKind<v.InferOutput<S>> {
  return {
    replaces,
    entries,
    check: (value, context) => shaped(schema, what, filled(schema, value, context), context),
  };
}

/** A kind whose value is a list of rows of that schema: each replaces the one of its own id. */
export function ofRows<S extends v.GenericSchema>(
  row: S,
  what: string,
  entries: (rows: readonly v.InferOutput<S>[]) => Entries,
): DefinitionKind<readonly v.InferOutput<S>[]> {
  const list = v.pipe(
    v.array(row),
    v.minLength(1, 'Give at least one'),
    v.maxLength(MOST_ROWS, `Give ${MOST_ROWS} at most`),
  );
  return {
    replaces: 'by-entry',
    entries,
    check: (value, context) => {
      const given = Array.isArray(value) ? value.map((each) => filled(row, each, context)) : value;
      return shaped(list, what, given, context);
    },
  };
}

/** Checks the shape alone. */
export function shaped<S extends v.GenericSchema>(
  schema: S,
  what: string,
  value: unknown,
  { placeOf }: Pick<DefinitionContext, 'placeOf'>,
): Result<v.InferOutput<S>> {
  const hidden = passedOver(value);
  if (hidden.length > 0)
    return failed(...hidden.map(({ path, message }) => invalid(message, placeOf(path))));
  const read = v.safeParse(schema, value);
  return read.success
    ? passed(read.output)
    : failed(...shapeIssues(read.issues, CODE, what, placeOf));
}

/** The value with those of the definition’s status, source and day of checking that it leaves out. */
export function filled(
  schema: v.GenericSchema,
  value: unknown,
  { from }: Pick<DefinitionContext, 'from'>,
): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { standing, source, checkedOn } = from;
  const known = { status: statusWithin(standing), source, checkedOn };
  const wanted = 'entries' in schema ? Object.keys(schema.entries as object) : [];
  const own = Object.entries(known).filter(([name]) => wanted.includes(name));
  return { ...Object.fromEntries(own), ...value };
}

/** Issues whose places are paths such as `items.2.points`, placed by line instead. */
export function placedByLine(
  issues: readonly Issue[],
  { placeOf }: Pick<DefinitionContext, 'placeOf'>,
): readonly Issue[] {
  return issues.map(({ at, ...issue }) => ({ ...issue, at: placeOf(pathOf(at)) }));
}

/** An issue if the value calls itself something other than its definition does. */
export function ownId(
  { id }: { readonly id: string },
  context: Pick<DefinitionContext, 'id' | 'placeOf'>,
): readonly Issue[] {
  return id === context.id
    ? []
    : [
        invalid(
          `This calls itself “${id}”, and its definition “${context.id}”. Use one id.`,
          context.placeOf(['id']),
        ),
      ];
}

export function invalid(message: string, at: string): Issue {
  return { code: CODE, severity: 'error', message, at };
}

function pathOf(at: string | undefined): JsonPath {
  if (at === undefined || at === '' || at === 'the top') return [];
  return at.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
