/** The packs that are held with what ships, and a definition with its origin among them. */
import { type DefinitionKindName, definitionKind } from './definition-kinds.js';
import { mayBeOfficial, type PinnedIssuer, rankOrder } from './issuer.js';
import type { Definition, HeldPack, Pack, PolicyRecall } from './pack.js';

export interface PacksHeld {
  /** The definitions that ship: `shippedDefinitions`. */
  readonly shipped: readonly Definition[];
  /** Every pack ever taken in, also those that a later version replaced: anything made by one still opens. */
  readonly packs: readonly HeldPack[];
  /** Every issuer ever pinned: `keepIssuers`. */
  readonly issuers: readonly PinnedIssuer[];
  /** Recalls by policy, whoever issued the definition. */
  readonly recalls?: readonly PolicyRecall[];
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

/** True if the issuer has the rank for the kind, and may still call official what it does. */
export function isAllowed({ definition, origin }: SourcedDefinition): boolean {
  if (origin === undefined) return true;
  const { weakest } = definitionKind(definition.kind);
  return (
    rankOrder(origin.issuer.rank) >= rankOrder(weakest) &&
    (definition.standing !== 'official' || mayBeOfficial(origin.issuer, definition))
  );
}

/** Weakest first: by rank, then by key, pack, version and content, never by the order in which they came. */
export function compareSources(one: SourcedDefinition, other: SourcedDefinition): number {
  const [a, b] = [one.origin, other.origin];
  return (
    rankOf(a) - rankOf(b) ||
    compareText(a?.issuer.signingKey ?? '', b?.issuer.signingKey ?? '') ||
    compareText(a?.pack.id ?? '', b?.pack.id ?? '') ||
    (a?.pack.version ?? 0) - (b?.pack.version ?? 0) ||
    compareText(one.definition.kind, other.definition.kind) ||
    compareText(one.definition.id, other.definition.id) ||
    compareText(a?.pack.digest ?? '', b?.pack.digest ?? '')
  );
}

function rankOf(origin: DefinitionOrigin | undefined): number {
  return origin === undefined ? -1 : rankOrder(origin.issuer.rank);
}

export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
