/** The definitions in force on a day: what ships, under the packs of the issuers whose keys are pinned. */
import type { PlainDate } from '../shared/primitives.js';
import { type DatedDefinition, definitionDays } from './definition-days.js';
import {
  type DefinitionKindName,
  definitionKind,
  entriesOfDefinition,
} from './definition-kinds.js';
import { issuersByKey } from './issuer.js';
import type { Definition, DefinitionName } from './pack.js';
import { firstDayOf, isWithin } from './pack-days.js';
import {
  compareSources,
  compareText,
  isAllowed,
  type PacksHeld,
  type SourcedDefinition,
} from './packs-held.js';
import { type ActingRecall, recallsIn } from './recall.js';
import { successionOf } from './succession.js';

export interface DefinitionInForce<K extends DefinitionKindName = DefinitionKindName>
  extends SourcedDefinition<K> {
  /** The weaker ones of its kind that it displaces, in whole or in an entry, strongest first. */
  readonly displaced: readonly SourcedDefinition[];
}

/** A definition that is recalled: from `recalledOn` it is no longer in force. */
export type RecalledDefinition = SourcedDefinition & ActingRecall;

/**
 * The definitions in force, weakest first: where entries of several are laid over one another, a later one wins. What is
 * in force does not depend on the order in which packs were taken in.
 */
export function definitionsInForce(held: PacksHeld, on: PlainDate): readonly DefinitionInForce[] {
  return inForceOn(definitionDays(held), on);
}

/** The same from a table that is used for several days. */
export function inForceOn(
  table: readonly DatedDefinition[],
  on: PlainDate,
): readonly DefinitionInForce[] {
  const sources = table
    .filter((each) => isWithin(each, on))
    .map(({ from: _, until: __, ...source }): SourcedDefinition => source)
    .sort(compareSources);
  // Two packs of one version may both leave a definition to the version before.
  const once = sources.filter((each, nth) => {
    const before = sources[nth - 1];
    return before === undefined || compareSources(before, each) !== 0;
  });
  const strongest = new Map(once.map((each) => [sourceKey(each), each]));
  const placeOf = new Map(once.map((each, nth) => [each, nth]));
  const heldPlaces = new Map<string, SourcedDefinition[]>();
  return once.flatMap((each): readonly DefinitionInForce[] => {
    const places = placesOf(each);
    const weaker = new Set(places.flatMap((place) => heldPlaces.get(place) ?? []));
    for (const place of places) {
      const known = heldPlaces.get(place);
      if (known) known.push(each);
      else heldPlaces.set(place, [each]);
    }
    if (strongest.get(sourceKey(each)) !== each) return [];
    const displaced = [...weaker].sort(
      (one, other) => (placeOf.get(other) ?? 0) - (placeOf.get(one) ?? 0),
    );
    return [{ ...each, displaced }];
  });
}

/** The places that a definition takes: that of its id, or that of each entry where entries are laid over one another. */
function placesOf({ definition: { kind, id, value } }: SourcedDefinition): readonly string[] {
  if (definitionKind(kind).replaces === 'whole') return [`${kind}/${id}`];
  return [...entriesOfDefinition(kind, value).keys()].map((entry) => `${kind} ${entry}`);
}

/**
 * Names what a definition replaces: one of its kind and id, or, where entries are laid over one another, only the one
 * that the same pack had before.
 *
 * @param signingKey - the key that its own is taken for: that of its successor
 */
export function sourceKey(
  { definition: { kind, id }, origin }: SourcedDefinition,
  signingKey = origin?.issuer.signingKey ?? '',
): string {
  const whole = `${kind}/${id}`;
  if (definitionKind(kind).replaces === 'whole') return whole;
  return `${whole} ${signingKey} ${origin?.pack.id ?? ''}`;
}

/** The days, in their order, on which something else of a kind may be in force than the day before. */
export function changeDays(held: PacksHeld, kind: DefinitionKindName): readonly PlainDate[] {
  const days = definitionDays(held)
    .filter(({ definition }) => definition.kind === kind)
    .flatMap(({ from, until }) => [from, until]);
  return [...new Set(days.filter((day) => day !== undefined))].sort();
}

/** The definitions in force of one kind, weakest first. */
export function inForceOfKind<K extends DefinitionKindName>(
  inForce: readonly DefinitionInForce[],
  kind: K,
): readonly DefinitionInForce<K>[] {
  return inForce.filter((each): each is DefinitionInForce<K> => each.definition.kind === kind);
}

/** Every definition ever held that is recalled on that day, also in versions that were replaced, with the reason. */
export function recalledDefinitions(held: PacksHeld, on: PlainDate): readonly RecalledDefinition[] {
  const { shipped, packs, issuers } = held;
  const pinned = issuersByKey(issuers);
  const recallsOf = recallsIn(held, successionOf(issuers));
  const every: readonly SourcedDefinition[] = [
    ...shipped.map((definition) => ({ definition })),
    ...packs.flatMap((pack) => {
      const issuer = pinned.get(pack.issuer.signingKey);
      return issuer
        ? pack.definitions.map((definition) => ({ definition, origin: { pack, issuer } }))
        : [];
    }),
  ];
  return every
    .flatMap((each) => {
      const [recall] = recallsOf(each);
      return recall && recall.recalledOn <= on ? [{ ...each, ...recall }] : [];
    })
    .sort(compareSources);
}

/**
 * The definition of that kind and id that was in force on the day of a record, if it has been recalled since: the record
 * keeps it, and says so. Also one that was recalled on that very day: the record may have been made before.
 *
 * @param name - with a version only that one
 * @param usedOn - the day of the record
 */
export function recalledSince(
  held: PacksHeld,
  name: DefinitionName & { readonly version?: string },
  usedOn: PlainDate,
  on: PlainDate,
): RecalledDefinition | undefined {
  const { kind, id, version } = name;
  const isNamed = ({ definition }: SourcedDefinition) =>
    definition.kind === kind &&
    definition.id === id &&
    (version === undefined || definition.version === version);
  const used = definitionsInForce(held, usedOn).findLast(isNamed);
  if (used) {
    const { displaced: _, ...source } = used;
    const [recall] = recallsIn(held, successionOf(held.issuers))(source);
    if (recall && recall.recalledOn <= on) return { ...source, ...recall };
  }
  return recalledDefinitions(held, on).findLast(
    (each) => isNamed(each) && each.recalledOn === usedOn && mayHaveBegun(held, each, usedOn),
  );
}

/** True if the pack of a definition, or of what ships, may have been there on that day before it was recalled. */
function mayHaveBegun(
  { packs }: PacksHeld,
  { definition, origin }: SourcedDefinition,
  on: PlainDate,
): boolean {
  if (origin === undefined) return true;
  const pack = packs.find(({ digest }) => digest === origin.pack.digest);
  if (pack === undefined || pack.isHistory === true || firstDayOf(pack) > on) return false;
  const isBefore = definition.to !== undefined && definition.to < on;
  return !isBefore && isAllowed({ definition, origin });
}

/**
 * A version of a definition among all that were ever held, for anything made by it: also if its issuer is no longer
 * pinned, and never one of another issuer.
 *
 * @param signingKey - the key of its issuer; undefined for what ships
 */
export function definitionVersion<K extends DefinitionKindName>(
  { shipped, packs }: Pick<PacksHeld, 'shipped' | 'packs'>,
  wanted: { readonly kind: K; readonly id: string; readonly version: string },
  signingKey: string | undefined,
): Definition<K> | undefined {
  const { kind, id, version } = wanted;
  const given =
    signingKey === undefined
      ? shipped
      : packs
          .filter(({ issuer }) => issuer.signingKey === signingKey)
          // The first that said it: a later one with other words is not taken in.
          .sort(
            (one, other) =>
              compareText(one.takenInOn, other.takenInOn) || compareText(one.digest, other.digest),
          )
          .flatMap(({ definitions }) => definitions);
  const found = given.find(
    (each) => each.kind === kind && each.id === id && each.version === version,
  );
  return found as Definition<K> | undefined;
}
