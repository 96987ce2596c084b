/** Code lists on their first day: one of its codes may have been chosen before the list was replaced. */
import type { CodeList } from '../codes/code-list.js';
import { addDays } from '../shared/dates.js';
import type { PlainDate } from '../shared/primitives.js';
import { definitionDays } from './definition-days.js';
import { inForceOfKind, inForceOn } from './in-force.js';
import { issuersByKey } from './issuer.js';
import { daysWritten, firstDayOf, isWithin } from './pack-days.js';
import { compareSources, isAllowed, type PacksHeld, type SourcedDefinition } from './packs-held.js';
import { recallsIn } from './recall.js';
import { successionOf } from './succession.js';

export interface CodeListArrival {
  readonly source: SourcedDefinition;
  readonly list: CodeList;
  readonly day: PlainDate;
  /** True if it was taken in before that day: it was there from the first hour. */
  readonly isExpected: boolean;
}

/**
 * The lists that could be chosen from on their first day, up to that day: those that were expected, the strongest first,
 * then those that were taken in during the day, in the order in which they came. Also those that were replaced, recalled
 * or set aside later on that day.
 */
export function codeListArrivals(held: PacksHeld, on: PlainDate): readonly CodeListArrival[] {
  const pinned = issuersByKey(held.issuers);
  const recallsOf = recallsIn(held, successionOf(held.issuers));
  const acting = held.packs.filter(({ isHistory }) => isHistory !== true);
  const arrivals = acting.flatMap((pack): readonly CodeListArrival[] => {
    const issuer = pinned.get(pack.issuer.signingKey);
    if (issuer === undefined) return [];
    const begun = firstDayOf(pack);
    return pack.definitions.flatMap((definition) => {
      const source: SourcedDefinition = { definition, origin: { pack, issuer } };
      if (definition.kind !== 'code-list' || !isAllowed(source)) return [];
      const day =
        definition.from !== undefined && definition.from > begun ? definition.from : begun;
      const isExpected = pack.takenInOn < day;
      // A last day of the day before means that it was set aside on its first.
      const hasEnded = pack.to !== undefined && pack.to < addDays(day, -1);
      if (day > on || hasEnded || !isWithin(daysWritten(definition), day)) return [];
      const [recall] = recallsOf(source);
      if (recall !== undefined && recall.recalledOn < day) return [];
      return [{ source, list: definition.value, day, isExpected }];
    });
  });
  return [
    ...arrivals
      .filter(({ isExpected }) => isExpected)
      .sort((one, other) => compareSources(other.source, one.source)),
    ...arrivals.filter(({ isExpected }) => !isExpected),
  ];
}

/**
 * The lists in force in the first hour of a day, by what was known the day before: without what was taken in, recalled,
 * set aside or trusted no more on that day.
 */
export function codeListsAtMidnight(
  held: PacksHeld,
  day: PlainDate,
): ReadonlyMap<string, Pick<CodeListArrival, 'source' | 'list'>> {
  const last = addDays(day, -1);
  const known: PacksHeld = {
    ...held,
    packs: held.packs
      .filter(({ takenInOn }) => takenInOn < day)
      .map(({ to, ...pack }) => (to === undefined || to === last ? pack : { ...pack, to })),
    recalls: (held.recalls ?? []).filter(({ recalledOn }) => recalledOn < day),
    issuers: held.issuers.map(({ recalledOn, ...issuer }) =>
      recalledOn === undefined || recalledOn >= day ? issuer : { ...issuer, recalledOn },
    ),
  };
  const inForce = inForceOfKind(inForceOn(definitionDays(known), day), 'code-list');
  return new Map(
    inForce.map((source) => [source.definition.id, { source, list: source.definition.value }]),
  );
}
