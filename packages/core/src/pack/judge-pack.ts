/** Decides whether a pack that was read can be taken in, beside those that are held. */
import { writtenDate } from '../shared/dates.js';
import { failed, type Issue, passed, type Result } from '../shared/issue.js';
import type { PlainDate } from '../shared/primitives.js';
import { CORE_VERSION, compareVersions, isInRange } from '../shared/version.js';
import { exactly } from './definition-kind.js';
import { issuerByKey } from './issuer.js';
import type { Definition, DefinitionName, HeldPack, Pack } from './pack.js';
import {
  PACK_HELD,
  PACK_ISSUER_UNKNOWN,
  packEnded,
  packKeyRecalled,
  packNeeds,
  packOlder,
  packOtherOfVersion,
  packVersionKept,
  packVersionLower,
} from './pack-issue.js';
import type { PacksHeld } from './packs-held.js';
import { successionOf } from './succession.js';

export interface JudgeContext {
  readonly today: PlainDate;
  /** The release that is to use it. Absent: this one. */
  readonly release?: string;
}

/**
 * The pack as it is held from now on, or the errors of {@link judgePack}; its warnings say that it is history. The host
 * keeps the text, the day and that mark.
 */
export function takeIn(
  held: Pick<PacksHeld, 'packs' | 'issuers'>,
  pack: Pack,
  context: JudgeContext,
): Result<HeldPack> {
  const issues = judgePack(held, pack, context);
  if (issues.some(({ severity }) => severity === 'error')) return failed(...issues);
  const taken: HeldPack = { ...pack, takenInOn: context.today };
  return passed(issues.length > 0 ? { ...taken, isHistory: true } : taken, issues);
}

/**
 * Returns the errors that keep it from being taken in: `pack-issuer-unknown`, `pack-key-recalled`, `pack-needs`,
 * `pack-held`, `pack-other-of-version`, `pack-version-kept`. With a warning alone, `pack-ended` or `pack-older`, it can
 * be taken in as history: for the words of what was recorded with it. Nothing in it decides anything.
 */
export function judgePack(
  { packs, issuers }: Pick<PacksHeld, 'packs' | 'issuers'>,
  pack: Pack,
  { today, release = CORE_VERSION }: JudgeContext,
): readonly Issue[] {
  const { needs, to, version } = pack;
  const { signingKey } = pack.issuer;
  const issuer = issuerByKey(issuers, signingKey);
  if (issuer === undefined) return [PACK_ISSUER_UNKNOWN];
  if (issuer.recalledOn !== undefined) return [packKeyRecalled(issuer.name)];
  if (needs !== undefined && !isInRange(release, needs)) return [packNeeds(needs, release)];
  const { isSuccessor } = successionOf(issuers);
  const own = packs.filter(
    ({ issuer: { signingKey: key } }) =>
      key === signingKey || isSuccessor(key, signingKey) || isSuccessor(signingKey, key),
  );
  const ofId = own.filter(({ id }) => id === pack.id);
  if (ofId.some(({ digest }) => digest === pack.digest)) return [PACK_HELD];
  const ofKey = ofId.filter((each) => each.issuer.signingKey === signingKey);
  if (ofKey.some((each) => each.version === version)) return [packOtherOfVersion(version)];
  const later = [
    ...ofKey.filter((each) => each.version > version),
    ...ofId.filter((each) => isSuccessor(each.issuer.signingKey, signingKey)),
  ];
  const latest = later.at(-1);
  return [
    ...(to !== undefined && to < today ? [packEnded(writtenDate(to))] : []),
    ...(latest ? [packOlder(latest.version)] : []),
    ...pack.definitions.flatMap((each) =>
      versionIssues(each, named(own, each), latest ? [] : named(ofId, each)),
    ),
  ];
}

function named(packs: readonly HeldPack[], { kind, id }: DefinitionName): readonly Definition[] {
  return packs.flatMap(({ definitions }) =>
    definitions.filter((each) => each.kind === kind && each.id === id),
  );
}

/**
 * Something else has another version than anything of its name from the same issuer, and within one pack a higher one.
 */
function versionIssues(
  { title, version, value }: Definition,
  held: readonly Definition[],
  before: readonly Definition[],
): readonly Issue[] {
  const same = held.filter((each) => each.version === version);
  if (same.some((each) => exactly(each.value) !== exactly(value))) return [packVersionKept(title)];
  const higher = before.find((each) => compareVersions(each.version, version) > 0);
  return same.length === 0 && higher ? [packVersionLower(title, version, higher.version)] : [];
}
