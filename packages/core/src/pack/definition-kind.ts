/** The common form of the kinds of definition in a pack: a check, and the entries in words. */
import type { JsonPath } from '../capture/adapter/placed-json.js';
import type { CodeLists } from '../codes/code-list.js';
import { canonical } from '../shared/canonical.js';
import type { Result } from '../shared/issue.js';
import type { IssuerRank } from '../shared/issuer-rank.js';
import type { Standing } from './standing.js';

/** The members of a definition that its rows need not repeat. */
export interface DefinitionSource {
  readonly standing: Standing;
  readonly source: string;
  readonly checkedOn: string;
}

export interface DefinitionContext {
  readonly id: string;
  readonly version: string;
  readonly from: DefinitionSource;
  /** The lists that codes are checked against. */
  readonly lists: CodeLists;
  /** Set for what ships: the papers of a notice are in force, and no pack can give one. */
  readonly isShipped?: true;
  /** Line and column of a place in the definition’s value. */
  readonly placeOf: (path: JsonPath) => string;
  /** Line and column of its id. Absent: it is in no file. */
  readonly idAt?: string;
  /** Ids of the code lists of the same pack, whatever their place in it. */
  readonly ownLists?: ReadonlySet<string>;
  /** Those of them that were left out. */
  readonly listsLeftOut?: ReadonlySet<string>;
}

export interface Entry {
  readonly words: string;
  /** Everything that the entry says but its status, source and day: a limit of other days may have the same words. */
  readonly exact: string;
}

/** Entries by their own id: a code and its label, a condition and its text. */
export type Entries = ReadonlyMap<string, Entry>;

export interface DefinitionKind<T> {
  /**
   * `whole`: a definition replaces the weaker one of its id. `by-entry`: all of the kind are laid over one another, and
   * each entry replaces the one of its own id.
   */
  readonly replaces: 'whole' | 'by-entry';
  /** The weakest issuer that may define it: an officer’s own pack changes no rule of keeping and no class of host. */
  readonly weakest: IssuerRank;
  readonly check: (value: unknown, context: DefinitionContext) => Result<T>;
  readonly entries: (value: T) => Entries;
}

/** The entries of a list, by id; of two with one id the later. */
export function entriesById<T>(
  rows: readonly T[],
  id: (row: T) => string,
  words: (row: T) => string,
): Entries {
  return new Map(rows.map((row) => [id(row), { words: words(row), exact: exactly(row) }]));
}

/** A value as text without where it comes from: a new day of checking changes nothing that it says. */
export function exactly(value: unknown): string {
  return canonical(withoutOrigin(value, true));
}

const ORIGIN: ReadonlySet<string> = new Set(['status', 'source', 'checkedOn']);

/**
 * Only a value and the rows of its lists have an origin. Other members may have names of those kinds of their own: the
 * `status` that a trigger asks of a record.
 */
function withoutOrigin(value: unknown, isRow: boolean): unknown {
  if (Array.isArray(value)) return value.map((each) => withoutOrigin(each, true));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !(isRow && ORIGIN.has(name)))
      .map(([name, member]) => [name, withoutOrigin(member, false)]),
  );
}
