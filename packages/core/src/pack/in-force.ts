/** The definitions in force on a day: what ships, under the packs of the issuers whose keys are pinned. */
import type { PlainDate } from '../shared/primitives.js';
import { type DefinitionKindName, definitionKind, entriesOfDefinition } from './definition-kinds.js';
import { issuerByKey, type PinnedIssuer, rankOrder } from './issuer.js';
import type { Definition, Pack, Recall } from './pack.js';
import { recallOf } from './recall.js';

export interface PacksHeld {
  /** The definitions that ship: `shippedDefinitions`. */
  readonly shipped: readonly Definition[];
  /** Every pack ever taken in, also those that a later version replaced: what was made by one still opens. */
  readonly packs: readonly Pack[];
  readonly issuers: readonly PinnedIssuer[];
  /** Recalls by policy, whoever issued the definition. */
  readonly recalls?: readonly Recall[];
}

/** The origin of a definition; absent for what ships. */
export interface DefinitionOrigin {
  readonly pack: Pick<Pack, 'id' | 'version' | 'title'>;
  readonly issuer: PinnedIssuer;
}

export interface SourcedDefinition<K extends DefinitionKindName = DefinitionKindName> {
  readonly definition: Definition<K>;
  readonly origin?: DefinitionOrigin;
}

export interface DefinitionInForce<K extends DefinitionKindName = DefinitionKindName>
  extends SourcedDefinition<K> {
  /** The weaker ones of its kind that it displaces, in whole or in an entry, strongest first. */
  readonly displaced: readonly SourcedDefinition[];
}

export interface RecalledDefinition extends SourcedDefinition {
  readonly reason: string;
}

/**
 * The definitions in force, weakest first: where entries of several are laid over one another, a later one wins. What is
 * in force does not depend on the order in which packs were taken in.
 */
export function definitionsInForce(held: PacksHeld, on: PlainDate): readonly DefinitionInForce[] {
  const sources = sourcesOn(held, on).filter(
    (each) => reasonOfRecall(each, held, on) === undefined,
  );
  const strongest = new Map(sources.map((each) => [sourceKey(each), each]));
  return sources
    .filter((each) => strongest.get(sourceKey(each)) === each)
    .map((each) => {
      const weaker = sources.slice(0, sources.indexOf(each));
      return { ...each, displaced: weaker.filter((other) => isDisplaced(other, each)).reverse() };
    });
}

/**
 * Names what a definition replaces: one of its kind and id, or, where entries are laid over one another, only the one
 * that the same pack had before.
 */
export function sourceKey({ definition: { kind, id }, origin }: SourcedDefinition): string {
  const whole = `${kind}/${id}`;
  if (definitionKind(kind).replaces === 'whole') return whole;
  return `${whole} ${origin?.issuer.signingKey ?? ''} ${origin?.pack.id ?? ''}`;
}

function isDisplaced({ definition }: SourcedDefinition, by: SourcedDefinition): boolean {
  const { kind, id, value } = by.definition;
  if (definition.kind !== kind) return false;
  if (definitionKind(kind).replaces === 'whole') return definition.id === id;
  const entries = entriesOfDefinition(kind, value);
  return [...entriesOfDefinition(kind, definition.value).keys()].some((each) => entries.has(each));
}

/** The values in force of one kind, weakest first. */
export function inForceOfKind<K extends DefinitionKindName>(
  inForce: readonly DefinitionInForce[],
  kind: K,
): readonly DefinitionInForce<K>[] {
  return inForce.filter((each): each is DefinitionInForce<K> => each.definition.kind === kind);
}

/** Definitions that would be in force on that day and were recalled, each with the reason. */
export function recalledDefinitions(held: PacksHeld, on: PlainDate): readonly RecalledDefinition[] {
  return sourcesOn(held, on, true).flatMap((each) => {
    const reason = reasonOfRecall(each, held, on);
    return reason === undefined ? [] : [{ ...each, reason }];
  });
}

/** A version of a definition among all that were ever held, for what was made by it. */
export function definitionVersion<K extends DefinitionKindName>(
  { shipped, packs, issuers }: Pick<PacksHeld, 'shipped' | 'packs' | 'issuers'>,
  kind: K,
  id: string,
  version: string,
): SourcedDefinition<K> | undefined {
  const ofPacks = packs.flatMap((pack) => sourcesOf(pack, issuers));
  return [...shipped.map((definition) => ({ definition })), ...ofPacks].find(
    (each): each is SourcedDefinition<K> =>
      each.definition.kind === kind &&
      each.definition.id === id &&
      each.definition.version === version,
  );
}

/** Weakest first. @param isEveryVersion - true to look at packs that a later version replaced as well */
function sourcesOn(
  { shipped, packs, issuers }: PacksHeld,
  on: PlainDate,
  isEveryVersion = false,
): readonly SourcedDefinition[] {
  const begun = packs.filter(({ from }) => from <= on);
  const latest = isEveryVersion ? begun : begun.filter((pack) => isLatest(pack, begun));
  const ofPacks = latest
    .filter(({ to }) => isEveryVersion || to === undefined || on <= to)
    .flatMap((pack) => sourcesOf(pack, issuers));
  return [...shipped.map((definition) => ({ definition })), ...ofPacks]
    .filter(
      ({ definition: { from = on, to = on } }) => isEveryVersion || (from <= on && on <= to),
    )
    .sort(compareSources);
}

/** The definitions of a pack; none if its issuer’s key is not pinned any longer. */
function sourcesOf(pack: Pack, issuers: readonly PinnedIssuer[]): readonly SourcedDefinition[] {
  const issuer = issuerByKey(issuers, pack.issuer.signingKey);
  if (issuer === undefined) return [];
  const { id, version, title } = pack;
  const origin = { pack: { id, version, title }, issuer };
  return pack.definitions.map((definition) => ({ definition, origin }));
}

/** A later version replaces an earlier one from its first day, and stays its replacement after its last. */
function isLatest(pack: Pack, begun: readonly Pack[]): boolean {
  return !begun.some(
    (other) =>
      other.id === pack.id &&
      other.issuer.signingKey === pack.issuer.signingKey &&
      other.version > pack.version,
  );
}

/** The issuer’s own recalls act on its own definitions alone; a key that is no longer trusted recalls all of its own. */
function reasonOfRecall(
  { definition, origin }: SourcedDefinition,
  { packs, recalls = [] }: PacksHeld,
  on: PlainDate,
): string | undefined {
  const byPolicy = recallOf(definition, recalls)?.reason;
  if (byPolicy !== undefined || origin === undefined) return byPolicy;
  const { issuer } = origin;
  if (issuer.recalledOn !== undefined && issuer.recalledOn <= on)
    return `The key of ${issuer.name} is no longer trusted.`;
  const own = packs.filter(
    (pack) => pack.issuer.signingKey === issuer.signingKey && pack.from <= on,
  );
  return recallOf(
    definition,
    own.flatMap((pack) => pack.recalls),
  )?.reason;
}

/** By rank, then by key, pack and version: never by the order in which they came. */
function compareSources(one: SourcedDefinition, other: SourcedDefinition): number {
  const [a, b] = [placeOf(one), placeOf(other)];
  return a.rank - b.rank || compareText(a.text, b.text) || a.version - b.version;
}

function placeOf({ definition, origin }: SourcedDefinition) {
  return {
    rank: origin === undefined ? -1 : rankOrder(origin.issuer.rank),
    text: `${origin?.issuer.signingKey ?? ''} ${origin?.pack.id ?? ''} ${definition.kind}/${definition.id}`,
    version: origin?.pack.version ?? 0,
  };
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
