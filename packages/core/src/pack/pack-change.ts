/** The changes that a pack would make, definition by definition, before it is taken in. */
import type { PlainDate } from '../shared/primitives.js';
import { definitionDays } from './definition-days.js';
import { type Entries, exactly } from './definition-kind.js';
import {
  type DefinitionKindName,
  definitionKind,
  entriesOfDefinition,
} from './definition-kinds.js';
import { type DefinitionInForce, inForceOfKind, inForceOn, sourceKey } from './in-force.js';
import { issuerByKey } from './issuer.js';
import { judgePack } from './judge-pack.js';
import type { Definition, HeldPack, Pack } from './pack.js';
import { firstDayOf } from './pack-days.js';
import type { PacksHeld, SourcedDefinition } from './packs-held.js';
import { recallOf } from './recall.js';
import { successionOf } from './succession.js';

/**
 * - `new`: nothing was in its place.
 * - `changed`: it says something else.
 * - `redated`: it says the same, with another standing, source, version or day.
 * - `same`: nothing is different.
 * - `outranked`: a stronger issuer’s stays in force.
 * - `not-in-force`: its own days, a recall, a later version or the rank of its issuer keep it out.
 * - `withdrawn`: the pack had it before and has it no longer, or only from a later day.
 * - `recalled`: the pack says that it is no longer to be used.
 * - `kept`: the pack’s own was left out, and that of the version before stays in force.
 */
export type PackChangeName =
  | 'new'
  | 'changed'
  | 'redated'
  | 'same'
  | 'outranked'
  | 'not-in-force'
  | 'withdrawn'
  | 'recalled'
  | 'kept';

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
  /** First day of the definition, if it is later than that of the others: it changes nothing before. */
  readonly from?: PlainDate;
  readonly entries: EntryChanges;
  /** The definition in its place before, and the one in its place afterwards. */
  readonly before?: DefinitionInForce;
  readonly after?: DefinitionInForce;
}

/**
 * The changes on the first day of the pack, or on `today` if it has begun, and those of a definition that begins later
 * on its own first day; those that it brings first, in its order.
 *
 * @param held - without the pack, its issuer among the issuers
 */
export function packChanges(held: PacksHeld, pack: Pack, today: PlainDate): readonly PackChange[] {
  const issuer = issuerByKey(held.issuers, pack.issuer.signingKey);
  if (issuer === undefined) return [];
  const isHistory = judgePack(held, pack, { today }).some(({ severity }) => severity === 'warning');
  const added: HeldPack = { ...pack, takenInOn: today, ...(isHistory ? { isHistory } : {}) };
  const on = firstDayOf(added);
  const comparedOn = comparisons(held, added);
  const first = comparedOn(on);
  const own = pack.definitions.map((definition) => ({
    definition,
    day: definition.from !== undefined && definition.from > on ? definition.from : on,
  }));
  const brought = own.map(({ definition, day }) => {
    const change = broughtChange({ definition, origin: { pack: added, issuer } }, comparedOn(day));
    return change.after?.definition === definition && day > on ? { ...change, from: day } : change;
  });
  const keys = new Set(
    own
      .filter(({ day }) => day === on)
      .map(({ definition }) => sourceKey({ definition, origin: { pack: added, issuer } })),
  );
  const gone = [...first.before].filter(
    ([key, was]) => !keys.has(key) && first.after.get(key)?.definition !== was.definition,
  );
  const kept = isHistory
    ? []
    : [...first.after].flatMap(([key, now]) =>
        isLeftOut(pack, now) && first.before.get(key)?.definition === now.definition
          ? [keptChange(now, first.before.get(key))]
          : [],
      );
  return [...brought, ...gone.map(([key, was]) => goneChange(key, was, pack, first)), ...kept];
}

interface Compared {
  readonly before: ReadonlyMap<string, DefinitionInForce>;
  readonly after: ReadonlyMap<string, DefinitionInForce>;
  /** Entries of each kind that are laid over one another. */
  readonly earlier: (kind: DefinitionKindName) => Entries;
  readonly later: (kind: DefinitionKindName) => Entries;
}

/** Compares days with the pack and without it, each once. */
function comparisons(held: PacksHeld, added: HeldPack): (on: PlainDate) => Compared {
  const without = definitionDays(held);
  const together = definitionDays({ ...held, packs: [...held.packs, added] });
  const { isSuccessor } = successionOf(held.issuers);
  const { signingKey } = added.issuer;
  const byKey = (inForce: readonly DefinitionInForce[]) =>
    new Map(
      inForce.map((each) => {
        const key = each.origin?.issuer.signingKey;
        const isOfLine = key !== undefined && isSuccessor(signingKey, key);
        return [sourceKey(each, isOfLine ? signingKey : key), each] as const;
      }),
    );
  const known = new Map<PlainDate, Compared>();
  return (on) => {
    const compared = known.get(on);
    if (compared !== undefined) return compared;
    const [was, will] = [inForceOn(without, on), inForceOn(together, on)];
    const made = {
      before: byKey(was),
      after: byKey(will),
      earlier: laidOver(was),
      later: laidOver(will),
    };
    known.set(on, made);
    return made;
  };
}

function broughtChange(source: SourcedDefinition, compared: Compared): PackChange {
  const { definition } = source;
  const key = sourceKey(source);
  const [before, after] = [compared.before.get(key), compared.after.get(key)];
  const entries = entryChanges(definition, before?.definition, compared);
  const about = { ...aboutChange(definition, before, after), entries };
  if (after?.definition !== definition) {
    const isDisplaced = after?.displaced.some((each) => each.definition === definition);
    return { ...about, entries: NONE, change: isDisplaced ? 'outranked' : 'not-in-force' };
  }
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

function goneChange(
  key: string,
  was: DefinitionInForce,
  pack: Pack,
  compared: Compared,
): PackChange {
  const now = compared.after.get(key);
  const isRecalled = recallOf(was.definition, pack.recalls) !== undefined;
  return {
    ...aboutChange(was.definition, was, now),
    entries: entryChanges(now?.definition, was.definition, compared),
    change: isRecalled ? 'recalled' : 'withdrawn',
  };
}

/** True if it is of an earlier version, and the pack’s own of its name was left out. */
function isLeftOut(pack: Pack, { definition, origin }: DefinitionInForce): boolean {
  return (
    origin?.pack.id === pack.id &&
    pack.refused.some(({ kind, id }) => kind === definition.kind && id === definition.id)
  );
}

function keptChange(now: DefinitionInForce, was: DefinitionInForce | undefined): PackChange {
  return { ...aboutChange(now.definition, was, now), entries: NONE, change: 'kept' };
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
