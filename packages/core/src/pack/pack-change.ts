/** The changes that a pack would make, definition by definition, before it is taken in. */
import { canonical } from '../shared/canonical.js';
import type { PlainDate } from '../shared/primitives.js';
import type { Entries } from './definition-kind.js';
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
import type { Pack } from './pack.js';
import { recallOf } from './recall.js';

/**
 * `outranked`: a stronger issuer’s stays in force. `withdrawn`: the pack had it before and has it no longer. `recalled`:
 * its issuer says that it is not to be used.
 */
export type PackChangeName = 'new' | 'changed' | 'same' | 'outranked' | 'withdrawn' | 'recalled';

/** Ids of entries that are added, go, and say something else. */
export interface EntryChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
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
  const was = definitionsInForce(held, on);
  const will = definitionsInForce({ ...held, packs: [...held.packs, pack] }, on);
  const [before, after] = [was, will].map(
    (each) => new Map(each.map((one) => [sourceKey(one), one])),
  ) as [ReadonlyMap<string, DefinitionInForce>, ReadonlyMap<string, DefinitionInForce>];
  const issuer = issuerByKey(held.issuers, pack.issuer.signingKey);
  if (issuer === undefined) return [];
  const { id, version, title } = pack;
  const brought = pack.definitions.map((definition): PackChange => {
    const key = sourceKey({ definition, origin: { pack: { id, version, title }, issuer } });
    const [earlier, later] = [before.get(key), after.get(key)];
    const about = aboutChange(definition, earlier, later);
    if (later?.definition !== definition) return { ...about, change: 'outranked' };
    const entries = entryChanges(definition, was, will, earlier);
    return { ...about, entries, change: changeName(entries, earlier, later) };
  });
  const gone = was
    .filter(({ definition }) => will.every((each) => each.definition !== definition))
    .filter((each) => !after.has(sourceKey(each)))
    .map((each): PackChange => {
      const isRecalled = recallOf(each.definition, pack.recalls) !== undefined;
      return {
        ...aboutChange(each.definition, each, undefined),
        change: isRecalled ? 'recalled' : 'withdrawn',
      };
    });
  return [...brought, ...gone];
}

function aboutChange(
  { kind, id, title }: DefinitionInForce['definition'],
  before: DefinitionInForce | undefined,
  after: DefinitionInForce | undefined,
) {
  return {
    kind,
    id,
    title,
    entries: { added: [], removed: [], changed: [] },
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
  };
}

function changeName(
  { added, removed, changed }: EntryChanges,
  before: DefinitionInForce | undefined,
  after: DefinitionInForce,
): PackChangeName {
  if (before === undefined) return removed.length + changed.length > 0 ? 'changed' : 'new';
  const isSame =
    added.length + removed.length + changed.length === 0 &&
    canonical(before.definition.value) === canonical(after.definition.value);
  return isSame ? 'same' : 'changed';
}

function entryChanges(
  { kind, value }: DefinitionInForce['definition'],
  was: readonly DefinitionInForce[],
  will: readonly DefinitionInForce[],
  before: DefinitionInForce | undefined,
): EntryChanges {
  const given = entriesOfDefinition(kind, value);
  const own = before ? entriesOfDefinition(kind, before.definition.value) : undefined;
  const isWhole = definitionKind(kind).replaces === 'whole';
  const earlier = isWhole ? (own ?? new Map()) : laidOver(was, kind);
  const later = isWhole ? given : laidOver(will, kind);
  const concerned = new Set([...given.keys(), ...(own?.keys() ?? [])]);
  return {
    added: [...concerned].filter((id) => !earlier.has(id) && later.has(id)),
    removed: [...concerned].filter((id) => earlier.has(id) && !later.has(id)),
    changed: [...concerned].filter(
      (id) =>
        earlier.has(id) && later.has(id) && earlier.get(id)?.exact !== later.get(id)?.exact,
    ),
  };
}

/** The entries of all definitions of a kind, the stronger over the weaker. */
function laidOver(inForce: readonly DefinitionInForce[], kind: DefinitionKindName): Entries {
  return new Map(
    inForceOfKind(inForce, kind).flatMap(({ definition }) => [
      ...entriesOfDefinition(kind, definition.value),
    ]),
  );
}
