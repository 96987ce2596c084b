/**
 * Recalls: a definition is no longer to be used, from a day on. What was recorded before that day keeps it, so that it
 * still opens, prints and counts as it was.
 */

import { grouped } from '../capture/field/grouped.js';
import type { PlainDate } from '../shared/primitives.js';
import { isInRange } from '../shared/version.js';
import type { DefinitionName, HeldPack, Pack, Recall } from './pack.js';
import { firstDayOf } from './pack-days.js';
import { compareText, type PacksHeld, type SourcedDefinition } from './packs-held.js';
import { type Succession, successionOf } from './succession.js';

export interface NamedVersion extends DefinitionName {
  readonly version: string;
}

/** The first recall that names that version of a definition. */
export function recallOf(definition: NamedVersion, recalls: readonly Recall[]): Recall | undefined {
  return recalls.find((each) => isNamed(definition, each));
}

function isNamed({ kind, id, version }: NamedVersion, recall: Recall): boolean {
  return recall.kind === kind && recall.id === id && isInRange(version, recall.versions);
}

/**
 * The recalls of a pack that name nothing that is held of its issuer: it may be misspelt, or its pack may have been
 * taken in nowhere here.
 *
 * @param held - without the pack, its issuer among the issuers
 */
export function recallsOfNothing(
  { packs, issuers }: Pick<PacksHeld, 'packs' | 'issuers'>,
  pack: Pack,
): readonly Recall[] {
  const { signingKey } = pack.issuer;
  const { isSuccessor } = successionOf(issuers);
  const own = packs
    .filter(
      ({ issuer }) =>
        issuer.signingKey === signingKey || isSuccessor(signingKey, issuer.signingKey),
    )
    .flatMap(({ definitions }) => definitions);
  return pack.recalls.filter((recall) => !own.some((each) => isNamed(each, recall)));
}

/** A recall of a definition: its first day, and the sentence for the officer. */
export interface ActingRecall {
  readonly recalledOn: PlainDate;
  readonly reason: string;
}

/**
 * Finds the recalls of a definition, the earliest first: by policy whoever issued it, by its issuer, and of a key that
 * is no longer trusted.
 */
export function recallsIn(
  { packs, recalls = [] }: Pick<PacksHeld, 'packs' | 'recalls'>,
  succession: Succession,
): (source: SourcedDefinition) => readonly ActingRecall[] {
  const named = grouped(
    packs
      .filter(({ isHistory }) => isHistory !== true)
      .flatMap((pack) => {
        const recalledOn = firstDayOf(pack);
        return pack.recalls.map((recall) => ({ pack, recalledOn, recall }));
      }),
    ({ recall: { kind, id } }) => `${kind}/${id}`,
  );
  return ({ definition, origin }) => {
    const byPolicy = recalls
      .filter((each) => isNamed(definition, each))
      .map(({ recalledOn, reason }) => ({ recalledOn, reason }));
    if (origin === undefined) return byPolicy.sort(compareRecalls);
    const { issuer, pack } = origin;
    const ofKey =
      issuer.recalledOn === undefined
        ? []
        : [
            {
              recalledOn: issuer.recalledOn,
              reason: `The key of ${issuer.name} is no longer trusted.`,
            },
          ];
    const own = (named.get(`${definition.kind}/${definition.id}`) ?? [])
      .filter(
        ({ pack: by, recall }) =>
          isMadeAfter(by, { ...pack, signingKey: issuer.signingKey }, succession) &&
          isNamed(definition, recall),
      )
      .map(({ recalledOn, recall: { reason } }) => ({ recalledOn, reason }));
    return [...byPolicy, ...ofKey, ...own].sort(compareRecalls);
  };
}

/**
 * A recall acts on what its issuer made before it: what is issued after a recall is meant to be used. All of a key that
 * was succeeded is before all of its successor’s.
 */
function isMadeAfter(
  by: HeldPack,
  made: Pick<Pack, 'id' | 'version' | 'madeAt'> & { readonly signingKey: string },
  { isSuccessor }: Succession,
): boolean {
  const { signingKey } = by.issuer;
  if (signingKey !== made.signingKey) return isSuccessor(signingKey, made.signingKey);
  if (by.id === made.id) return by.version > made.version;
  return Date.parse(by.madeAt) > Date.parse(made.madeAt);
}

function compareRecalls(one: ActingRecall, other: ActingRecall): number {
  return compareText(one.recalledOn, other.recalledOn) || compareText(one.reason, other.reason);
}
