/** The changes that a pack would make, definition by definition, before it is taken in. */
import type { PlainDate } from '../shared/primitives.js';
import { type Entries, exactly } from './definition-kind.js';
import {
  type DefinitionKindName,
  definitionKind,
  entriesOfDefinition,
} from './definition-kinds.js';
import {
  type DefinitionInForce,
  definitionsInForce,
  inForceOfKind,
  type PacksHeld,
  sourceKey,
} from './in-force.js';
import { issuerByKey } from './issuer.js';
import type { Definition, Pack } from './pack.js';
import { recallOf } from './recall.js';

/**
 * - `new`: nothing was in its place.
 * - `changed`: it says something else.
 * - `redated`: it says the same, with another standing, source, version or day.
 * - `same`: nothing is different.
 * - `outranked`: a stronger issuer’s stays in force.
 * - `not-in-force`: its own days, a recall or the rank of its issuer keep it out on that day.
 * - `withdrawn`: the pack had it before and has it no longer.
 * - `recalled`: the pack says that it is no longer to be used.
 */
export type PackChangeName =
  | 'new'
  | 'changed'
  | 'redated'
  | 'same'
  | 'outranked'
  | 'not-in-force'
  | 'withdrawn'
  | 'recalled';

/** Ids of entries. */
export interface EntryChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  /** Entries of the pack that a stronger issuer’s keep out. */
  readonly outranked: readonly string[];
}

export interface PackChange {
  readonly change: PackChangeName;
  readonly kind: DefinitionKindName;
  readonly id: string;
  readonly title: string;
  readonly entries: EntryChanges;
  /** The definition in its place before, and the one in its place afterwards. */
  readonly before?: DefinitionInForce;
  readonly after?: DefinitionInForce;
}

/**
 * The changes on the first day of the pack, or on `today` if it has begun; those that it brings first, in its order.
 *
 * @param held - without the pack, its issuer among the issuers
 */
export function packChanges(held: PacksHeld, pack: Pack, today: PlainDate): readonly PackChange[] {
  const on = pack.from > today ? pack.from : today;
  const issuer = issuerByKey(held.issuers, pack.issuer.signingKey);
  if (issuer === undefined) return [];
  const was = definitionsInForce(held, on);
  const will = definitionsInForce({ ...held, packs: [...held.packs, pack] }, on);
  const compared: Compared = {
    before: byKey(was),
    after: byKey(will),
    earlier: laidOver(was),
    later: laidOver(will),
  };
  const own = pack.definitions.map((definition) => ({
    definition,
    key: sourceKey({ definition, origin: { pack, issuer } }),
  }));
  const keys = new Set(own.map(({ key }) => key));
  const gone = was.filter((each) => {
    const now = compared.after.get(sourceKey(each));
    return !keys.has(sourceKey(each)) && now?.definition !== each.definition;
  });
  return [
    ...own.map(({ definition, key }) => broughtChange(definition, key, compared)),
    ...gone.map((each) => goneChange(each, pack, compared)),
  ];
}

interface Compared {
  readonly before: ReadonlyMap<string, DefinitionInForce>;
  readonly after: ReadonlyMap<string, DefinitionInForce>;
  /** Entries of each kind that are laid over one another. */
  readonly earlier: (kind: DefinitionKindName) => Entries;
  readonly later: (kind: DefinitionKindName) => Entries;
}

function broughtChange(definition: Definition, key: string, compared: Compared): PackChange {
  const [before, after] = [compared.before.get(key), compared.after.get(key)];
  const entries = entryChanges(definition, before?.definition, compared);
  const about = { ...aboutChange(definition, before, after), entries };
  if (after?.definition !== definition)
    return { ...about, entries: NONE, change: after === undefined ? 'not-in-force' : 'outranked' };
  const { added, removed, changed, outranked } = entries;
  const isOutranked =
    outranked.length > 0 &&
    outranked.length === entriesOfDefinition(definition.kind, definition.value).size;
  if (isOutranked) return { ...about, change: 'outranked' };
  const isElse =
    added.length + removed.length + changed.length > 0 ||
    (before !== undefined && exactly(before.definition.value) !== exactly(definition.value));
  if (isElse) return { ...about, change: isOnlyAdded(before, entries) ? 'new' : 'changed' };
  if (before === undefined) return { ...about, change: isLaidOver(definition) ? 'redated' : 'new' };
  return {
    ...about,
    change: headOf(before.definition) === headOf(definition) ? 'same' : 'redated',
  };
}

function goneChange(was: DefinitionInForce, pack: Pack, compared: Compared): PackChange {
  const now = compared.after.get(sourceKey(was));
  const isRecalled = recallOf(was.definition, pack.recalls) !== undefined;
  return {
    ...aboutChange(was.definition, was, now),
    entries: entryChanges(now?.definition, was.definition, compared),
    change: isRecalled ? 'recalled' : 'withdrawn',
  };
}

const NONE: EntryChanges = { added: [], removed: [], changed: [], outranked: [] };

function isOnlyAdded(
  before: DefinitionInForce | undefined,
  { removed, changed }: EntryChanges,
): boolean {
  return before === undefined && removed.length + changed.length === 0;
}

function aboutChange(
  { kind, id, title }: Definition,
  before: DefinitionInForce | undefined,
  after: DefinitionInForce | undefined,
) {
  return { kind, id, title, ...(before ? { before } : {}), ...(after ? { after } : {}) };
}

/** Either may be undefined, not both. */
function entryChanges(
  now: Definition | undefined,
  was: Definition | undefined,
  compared: Compared,
): EntryChanges {
  const one = now ?? was;
  if (one === undefined) return NONE;
  const { kind } = one;
  const [given, own] = [now, was].map((each) =>
    each ? entriesOfDefinition(kind, each.value) : new Map(),
  ) as [Entries, Entries];
  const [earlier, later] = isLaidOver(one)
    ? [compared.earlier(kind), compared.later(kind)]
    : [own, given];
  const ids = [...new Set([...given.keys(), ...own.keys()])];
  return {
    added: ids.filter((id) => !earlier.has(id) && later.has(id)),
    removed: ids.filter((id) => earlier.has(id) && !later.has(id)),
    changed: ids.filter(
      (id) => earlier.has(id) && later.has(id) && earlier.get(id)?.exact !== later.get(id)?.exact,
    ),
    outranked: ids.filter((id) => given.has(id) && given.get(id)?.exact !== later.get(id)?.exact),
  };
}

function isLaidOver({ kind }: Definition): boolean {
  return definitionKind(kind).replaces === 'by-entry';
}

function headOf({ value: _, ...head }: Definition): string {
  return JSON.stringify(Object.entries(head).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function byKey(inForce: readonly DefinitionInForce[]): ReadonlyMap<string, DefinitionInForce> {
  return new Map(inForce.map((each) => [sourceKey(each), each]));
}

/** The entries of all definitions of a kind, the stronger over the weaker; worked out once for each kind. */
function laidOver(inForce: readonly DefinitionInForce[]): (kind: DefinitionKindName) => Entries {
  const known = new Map<DefinitionKindName, Entries>();
  return (kind) => {
    const held = known.get(kind);
    if (held !== undefined) return held;
    const entries = new Map(
      inForceOfKind(inForce, kind).flatMap(({ definition }) => [
        ...entriesOfDefinition(kind, definition.value),
      ]),
    );
    known.set(kind, entries);
    return entries;
  };
}
