/**
 * The days on which each definition is in force, for all of the packs at once: every day is then read from one table,
 * whose cost grows with the number of definitions.
 */
import { issuersByKey } from './issuer.js';
import { commonDays, type Days, daysWritten } from './pack-days.js';
import { datedPacks } from './pack-lines.js';
import { isAllowed, type PacksHeld, type SourcedDefinition } from './packs-held.js';
import { recallsIn } from './recall.js';
import { successionOf } from './succession.js';

/** A definition with the days on which it is in force, if nothing stronger displaces it. */
export type DatedDefinition = SourcedDefinition & Days;

/**
 * Every definition that is in force on some day. One that stands in for another that cannot be read has a row for the
 * days of each.
 */
export function definitionDays(held: PacksHeld): readonly DatedDefinition[] {
  const { shipped, packs, issuers } = held;
  const succession = successionOf(issuers);
  const recallsOf = recallsIn(held, succession);
  const pinned = issuersByKey(issuers);
  const dated = (source: SourcedDefinition, days: Days): readonly DatedDefinition[] => {
    if (!isAllowed(source)) return [];
    const written = commonDays(days, daysWritten(source.definition));
    const [recall] = recallsOf(source);
    const left = written && commonDays(written, { until: recall?.recalledOn });
    return left ? [{ ...source, ...left }] : [];
  };
  return [
    ...shipped.flatMap((definition) => dated({ definition }, {})),
    ...datedPacks(packs, succession).flatMap(({ pack, days, earlier }) => [
      ...pack.definitions.flatMap((definition) => {
        const issuer = pinned.get(pack.issuer.signingKey);
        return issuer && days ? dated({ definition, origin: { pack, issuer } }, days) : [];
      }),
      ...earlier.flatMap(({ definition, pack: by, ...inPlace }) => {
        const issuer = pinned.get(by.issuer.signingKey);
        return issuer ? dated({ definition, origin: { pack: by, issuer } }, inPlace) : [];
      }),
    ]),
  ];
}
