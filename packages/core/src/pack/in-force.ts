/** The definitions in force on a day: what ships, under the packs of the issuers whose keys are pinned. */
import type { PlainDate } from '../shared/primitives.js';
import {
  type DefinitionKindName,
  definitionKind,
  entriesOfDefinition,
} from './definition-kinds.js';
import { issuerByKey, mayBeOfficial, type PinnedIssuer, rankOrder } from './issuer.js';
import type { Definition, Pack, Recall } from './pack.js';
import { recallOf, recallsAfter } from './recall.js';

export interface PacksHeld {
  /** The definitions that ship: `shippedDefinitions`. */
  readonly shipped: readonly Definition[];
  /** Every pack ever taken in, also those that a later version replaced: anything made by one still opens. */
  readonly packs: readonly Pack[];
  readonly issuers: readonly PinnedIssuer[];
  /** Recalls by policy, whoever issued the definition. */
  readonly recalls?: readonly Recall[];
}

/** The origin of a definition; absent for what ships. */
export interface DefinitionOrigin {
  readonly pack: Pick<Pack, 'id' | 'version' | 'title' | 'from' | 'to' | 'madeAt' | 'digest'>;
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
  const ofKind = new Map<string, SourcedDefinition[]>();
  return sources.flatMap((each): readonly DefinitionInForce[] => {
    const { kind } = each.definition;
    const weaker = ofKind.get(kind) ?? [];
    ofKind.set(kind, [...weaker, each]);
    if (strongest.get(sourceKey(each)) !== each) return [];
    return [{ ...each, displaced: weaker.filter((other) => isDisplaced(other, each)).reverse() }];
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
  const every = [
    ...shipped.map((definition) => ({ definition })),
    ...packs.flatMap((pack) => sourcesOf(pack, issuers)),
  ];
  return every
    .flatMap((each) => {
      const reason = reasonOfRecall(each, held, on);
      return reason === undefined ? [] : [{ ...each, reason }];
    })
    .sort(compareSources);
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
          .flatMap(({ definitions }) => definitions);
  const found = given.find(
    (each) => each.kind === kind && each.id === id && each.version === version,
  );
  return found as Definition<K> | undefined;
}

/** Weakest first. */
function sourcesOn(
  { shipped, packs, issuers }: PacksHeld,
  on: PlainDate,
): readonly SourcedDefinition[] {
  const begun = packs.filter(({ from }) => from <= on);
  const ofPacks = begun
    .filter((pack) => isLatest(pack, begun))
    .filter(({ to }) => to === undefined || on <= to)
    .flatMap((pack) => [...sourcesOf(pack, issuers), ...sourcesBefore(pack, begun, issuers)])
    .filter(isAllowed);
  // Two packs of one version may both leave a definition to the version before.
  const once = new Map(ofPacks.map((each) => [each.definition, each]));
  return [...shipped.map((definition) => ({ definition })), ...once.values()]
    .filter(({ definition: { from = on, to = on } }) => from <= on && on <= to)
    .sort(compareSources);
}

/** The definitions of a pack; none if its issuer’s key is not pinned. */
function sourcesOf(pack: Pack, issuers: readonly PinnedIssuer[]): readonly SourcedDefinition[] {
  const issuer = issuerByKey(issuers, pack.issuer.signingKey);
  if (issuer === undefined) return [];
  return pack.definitions.map((definition) => ({ definition, origin: { pack, issuer } }));
}

/** Those of earlier versions in place of each definition of this one that could not be read. */
function sourcesBefore(
  pack: Pack,
  begun: readonly Pack[],
  issuers: readonly PinnedIssuer[],
): readonly SourcedDefinition[] {
  const earlier = begun
    .filter((other) => isSamePack(other, pack) && other.version < pack.version)
    .sort((one, other) => other.version - one.version || compareText(other.digest, one.digest));
  return pack.refused.flatMap(({ kind, id }) => {
    const isNamed = (each: DefinitionNamed) => each.kind === kind && each.id === id;
    const before = earlier.find(
      ({ definitions, refused }) => definitions.some(isNamed) || !refused.some(isNamed),
    );
    return before === undefined
      ? []
      : sourcesOf(before, issuers).filter(({ definition }) => isNamed(definition));
  });
}

type DefinitionNamed = Pick<Pack['refused'][number], 'kind' | 'id'>;

/** True if the issuer has the rank for the kind, and may still call official what it does. */
function isAllowed({ definition, origin }: SourcedDefinition): boolean {
  if (origin === undefined) return true;
  const { weakest } = definitionKind(definition.kind);
  return (
    rankOrder(origin.issuer.rank) >= rankOrder(weakest) &&
    (definition.standing !== 'official' || mayBeOfficial(origin.issuer, definition))
  );
}

/** A later version replaces an earlier one from its first day, and stays its replacement after its last. */
function isLatest(pack: Pack, begun: readonly Pack[]): boolean {
  return !begun.some((other) => isSamePack(other, pack) && other.version > pack.version);
}

function isSamePack(one: Pack, other: Pack): boolean {
  return one.id === other.id && one.issuer.signingKey === other.issuer.signingKey;
}

/** The issuer’s own recalls act on its own definitions alone; a key that is no longer trusted recalls all of its own. */
function reasonOfRecall(
  { definition, origin }: SourcedDefinition,
  { packs, recalls = [] }: PacksHeld,
  on: PlainDate,
): string | undefined {
  const byPolicy = recallOf(definition, recalls)?.reason;
  if (byPolicy !== undefined || origin === undefined) return byPolicy;
  const { issuer, pack } = origin;
  if (issuer.recalledOn !== undefined && issuer.recalledOn <= on)
    return `The key of ${issuer.name} is no longer trusted.`;
  const own = packs.filter(
    (each) => each.issuer.signingKey === issuer.signingKey && each.from <= on,
  );
  return recallOf(definition, recallsAfter(pack, own))?.reason;
}

function isDisplaced({ definition }: SourcedDefinition, by: SourcedDefinition): boolean {
  const { kind, id, value } = by.definition;
  if (definitionKind(kind).replaces === 'whole') return definition.id === id;
  const [own, other] = [value, definition.value].map((each) => entriesOfDefinition(kind, each));
  return [...(other?.keys() ?? [])].some((each) => own?.has(each));
}

/** By rank, then by key, pack, version and content: never by the order in which they came. */
function compareSources(one: SourcedDefinition, other: SourcedDefinition): number {
  const [a, b] = [placeOf(one), placeOf(other)];
  return (
    a.rank - b.rank ||
    compareText(a.pack, b.pack) ||
    a.version - b.version ||
    compareText(a.text, b.text)
  );
}

function placeOf({ definition: { kind, id }, origin }: SourcedDefinition) {
  return {
    rank: origin === undefined ? -1 : rankOrder(origin.issuer.rank),
    pack: `${origin?.issuer.signingKey ?? ''} ${origin?.pack.id ?? ''}`,
    version: origin?.pack.version ?? 0,
    text: `${kind}/${id} ${origin?.pack.digest ?? ''}`,
  };
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
