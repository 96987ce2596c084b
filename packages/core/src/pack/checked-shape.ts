/** Checks of a definition’s value against a schema, each fault placed by its line. */
import * as v from 'valibot';
import type { JsonPath } from '../capture/adapter/placed-json.js';
import { passedOver, shapeIssues } from '../risk/placed-issue.js';
import { failed, type Issue, passed, type Result } from '../shared/issue.js';
import type { IssuerRank } from '../shared/issuer-rank.js';
import type { DefinitionContext, DefinitionKind, Entries } from './definition-kind.js';
import { statusWithin } from './standing.js';

const CODE = 'pack-definition-invalid';
const MOST_ROWS = 2000;
/** More issues than this help nobody. */
export const MOST_ISSUES = 50;

/** A code that a value names, the list that it must be in, and its place. */
export interface NamedCode {
  readonly list: string;
  readonly code: string;
  readonly path: JsonPath;
  /** True for one that several rows may name: it is not what the row is about. */
  readonly isShared?: true;
}

export interface SchemaKind<T> {
  /** The kind in a sentence: “a letterhead”. */
  readonly what: string;
  readonly weakest: IssuerRank;
  readonly entries: (value: T) => Entries;
  /** Codes that must be known. Absent: it names none. */
  readonly codes?: (value: T) => readonly NamedCode[];
}

/** A kind with one definition alone, of that id, whose value is that schema. */
export function ofSchema<S extends v.GenericSchema>(
  id: string,
  schema: S,
  { what, weakest, entries, codes = () => [] }: SchemaKind<v.InferOutput<S>>,
): DefinitionKind<v.InferOutput<S>> {
  return {
    replaces: 'whole',
    weakest,
    entries,
    check: (value, context) => {
      if (context.id !== id)
        return failed(
          invalid(
            `The id of ${what} is “${id}”. Use it as the id.`,
            context.idAt ?? context.placeOf([]),
          ),
        );
      const read = shaped(schema, what, withSource(schema, value, context), context);
      if (!read.ok) return read;
      const own = read.value as { readonly version?: string };
      return checkedBy(read.value, [
        ...(own.version === undefined ? [] : ownVersion({ version: own.version }, context)),
        ...codesTwice(codes(read.value), context),
        ...unknownCodes(codes(read.value), context),
      ]);
    },
  };
}

/** A kind whose value is a list of rows of that schema: each replaces the one of its own id. */
export function ofRows<S extends v.GenericSchema>(
  row: S,
  {
    what,
    weakest,
    entries,
    codes = () => [],
    isSeveral = false,
  }: SchemaKind<readonly v.InferOutput<S>[]> & {
    /** True if several rows make one entry. */
    readonly isSeveral?: boolean;
  },
): DefinitionKind<readonly v.InferOutput<S>[]> {
  const list = v.pipe(
    v.array(row),
    v.minLength(1, 'Give at least one'),
    v.maxLength(MOST_ROWS, `Give ${MOST_ROWS} at most`),
  );
  return {
    replaces: 'by-entry',
    weakest,
    entries,
    check: (value, context) => {
      const given = Array.isArray(value)
        ? value.slice(0, MOST_ROWS + 1).map((each) => withSource(row, each, context))
        : value;
      const read = shaped(list, what, given, context);
      if (!read.ok) return read;
      return checkedBy(read.value, [
        ...(isSeveral ? [] : rowsTwice(read.value, entries, context)),
        ...unknownCodes(codes(read.value), context),
      ]);
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
  const hidden = passedOver(value).slice(0, MOST_ISSUES);
  if (hidden.length > 0)
    return failed(...hidden.map(({ path, message }) => invalid(message, placeOf(path))));
  const read = v.safeParse(schema, value);
  return read.success
    ? passed(read.output)
    : failed(...shapeIssues(read.issues, CODE, what, placeOf));
}

/** The value with those of the definition’s status, source and day of checking that it leaves out. */
export function withSource(
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

/** The value, or the issues: the first of them where there are many. */
export function checkedBy<T>(value: T, issues: readonly Issue[]): Result<T> {
  return issues.length > 0 ? failed(...issues.slice(0, MOST_ISSUES)) : passed(value);
}

/** Issues whose places are paths such as `items.2.points`, placed by line instead. */
export function placedByLine(
  issues: readonly Issue[],
  { placeOf }: Pick<DefinitionContext, 'placeOf'>,
): readonly Issue[] {
  return issues
    .slice(0, MOST_ISSUES)
    .map(({ at, ...issue }) => ({ ...issue, at: placeOf(pathOf(at)) }));
}

/** An issue if the value calls itself something other than its definition does. */
export function ownId(
  { id }: { readonly id: string },
  context: Pick<DefinitionContext, 'id' | 'placeOf'>,
): readonly Issue[] {
  if (id === context.id) return [];
  const message = `This calls itself “${id}”, and its definition “${context.id}”. Use one id.`;
  return [invalid(message, context.placeOf(['id']))];
}

/** An issue if the value is of another version than its definition: records keep the value’s. */
export function ownVersion(
  { version }: { readonly version: string },
  context: Pick<DefinitionContext, 'version' | 'placeOf'>,
): readonly Issue[] {
  if (version === context.version) return [];
  const message = `This is version ${version}, and its definition ${context.version}. Use one version.`;
  return [invalid(message, context.placeOf(['version']))];
}

export function invalid(message: string, at: string): Issue {
  return { code: CODE, severity: 'error', message, at };
}

function rowsTwice<T>(
  rows: readonly T[],
  entries: (rows: readonly T[]) => Entries,
  { placeOf }: Pick<DefinitionContext, 'placeOf'>,
): readonly Issue[] {
  const seen = new Set<string>();
  return rows.flatMap((row, nth) =>
    [...entries([row]).keys()].flatMap((id) => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      return [invalid(`“${id}” is there twice. Remove one of them.`, placeOf([nth]))];
    }),
  );
}

/** Each code of such a value is that of a row: of two rows, one would never be used. */
function codesTwice(
  named: readonly NamedCode[],
  { placeOf }: Pick<DefinitionContext, 'placeOf'>,
): readonly Issue[] {
  const seen = new Set<string>();
  return named.flatMap(({ list, code, path, isShared }) => {
    const name = `${list} ${code}`;
    if (isShared) return [];
    if (seen.has(name))
      return [invalid(`“${code}” is there twice. Remove one of them.`, placeOf(path))];
    seen.add(name);
    return [];
  });
}

/** A sentence about a code of a list that the pack has and that was left out; else none. */
export function leftOutWords(
  list: string,
  { listsLeftOut }: Pick<DefinitionContext, 'listsLeftOut'>,
): readonly string[] {
  const isLeftOut = listsLeftOut?.has(list) === true;
  return isLeftOut ? ['The list of this pack was left out: put that right first.'] : [];
}

/** An issue for each code that its list does not have. */
export function unknownCodes(
  named: readonly NamedCode[],
  context: Pick<DefinitionContext, 'lists' | 'placeOf' | 'listsLeftOut'>,
): readonly Issue[] {
  const { lists, placeOf } = context;
  const known = new Map<string, ReadonlySet<string>>();
  return named.flatMap(({ list, code, path }) => {
    let codes = known.get(list);
    if (codes === undefined) {
      codes = new Set(lists.get(list)?.codes.map((each) => each.code));
      known.set(list, codes);
    }
    return codes.has(code)
      ? []
      : [
          invalid(
            [`“${code}” is not a code of the list “${list}”.`, ...leftOutWords(list, context)].join(
              ' ',
            ),
            placeOf(path),
          ),
        ];
  });
}

function pathOf(at: string | undefined): JsonPath {
  if (at === undefined || at === '' || at === 'the top') return [];
  return at.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
