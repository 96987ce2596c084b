/** Decides whether a pack that was read can be taken in, beside those that are held. */
import { writtenDate } from '../shared/dates.js';
import type { Issue } from '../shared/issue.js';
import type { PlainDate } from '../shared/primitives.js';
import { CORE_VERSION, isInRange } from '../shared/version.js';
import { exactly } from './definition-kind.js';
import type { PacksHeld } from './in-force.js';
import { issuerByKey } from './issuer.js';
import type { Pack } from './pack.js';
import {
  PACK_HELD,
  PACK_ISSUER_UNKNOWN,
  packEnded,
  packKeyRecalled,
  packNeeds,
  packOlder,
  packOtherOfVersion,
  packVersionKept,
} from './pack-issue.js';

export interface JudgeContext {
  readonly today: PlainDate;
  /** The release that is to use it. Absent: this one. */
  readonly release?: string;
}

/**
 * Returns why it cannot be taken in; none if it can. `pack-issuer-unknown`, `pack-key-recalled`, `pack-needs`,
 * `pack-ended`, `pack-held`, `pack-older`, `pack-other-of-version`, `pack-version-kept`.
 */
export function judgePack(
  { packs, issuers }: Pick<PacksHeld, 'packs' | 'issuers'>,
  pack: Pack,
  { today, release = CORE_VERSION }: JudgeContext,
): readonly Issue[] {
  const { needs, to, version } = pack;
  const issuer = issuerByKey(issuers, pack.issuer.signingKey);
  if (issuer === undefined) return [PACK_ISSUER_UNKNOWN];
  if (issuer.recalledOn !== undefined) return [packKeyRecalled(issuer.name)];
  if (needs !== undefined && !isInRange(release, needs)) return [packNeeds(needs, release)];
  if (to !== undefined && to < today) return [packEnded(writtenDate(to))];
  const own = packs.filter(
    (each) => each.id === pack.id && each.issuer.signingKey === pack.issuer.signingKey,
  );
  if (own.some(({ digest }) => digest === pack.digest)) return [PACK_HELD];
  const latest = Math.max(0, ...own.map((each) => each.version));
  if (own.some((each) => each.version === version)) return [packOtherOfVersion(version)];
  if (latest > version) return [packOlder(latest)];
  return pack.definitions
    .filter((definition) =>
      own
        .flatMap(({ definitions }) => definitions)
        .some(
          (each) =>
            each.kind === definition.kind &&
            each.id === definition.id &&
            each.version === definition.version &&
            exactly(each.value) !== exactly(definition.value),
        ),
    )
    .map(({ title }) => packVersionKept(title));
}
