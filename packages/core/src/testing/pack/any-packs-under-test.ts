/** Any packs, held in any order with any clocks, and the rule of what is in force, day by day. */
import fc from 'fast-check';
import { rankOrder } from '../../pack/issuer.js';
import type { Definition, HeldPack, PolicyRecall } from '../../pack/pack.js';
import type { PacksHeld } from '../../pack/packs-held.js';
import { ISSUER_RANKS } from '../../shared/issuer-rank.js';
import type { PlainDate } from '../../shared/primitives.js';
import { codeListDefinition, day, instant, packOf, testIssuer } from '../pack-under-test.js';

type List = Definition<'code-list'>;

const OTHER = testIssuer('force', 'Another force');
const ISSUERS = [...ISSUER_RANKS.map((rank) => testIssuer(rank)), OTHER];
/** All but the officer’s are pinned. */
const [, ...PINNED] = ISSUERS;
const SUCCEEDED = PINNED.filter(({ pinned: { rank } }) => rank !== 'national').map(
  ({ signingKey }) => signingKey,
);
export const IDS = ['necessity', 'marking'];
export const DAYS = ['2026-10-01', '2026-11-01', '2026-11-30', '2026-12-01', '2027-01-01'].map(day);
const SHIPPED = IDS.map((id) =>
  codeListDefinition({ shipped: 'Shipped', one: 'Old words' }, { id }),
);

export const anyDay = fc.constantFrom(...DAYS);
const perhaps = <T>(any: fc.Arbitrary<T>) => fc.option(any, { nil: undefined });

const anyDefinition = fc
  .record({
    id: fc.constantFrom(...IDS),
    version: fc.constantFrom('1.0.0', '1.1.0', '2.0.0'),
    codes: fc.subarray(['one', 'two', 'three'], { minLength: 1 }),
    words: fc.constantFrom('Old words', 'New words'),
    from: perhaps(anyDay),
    to: perhaps(anyDay),
    codeFrom: perhaps(anyDay),
  })
  .map(({ codes, words, from, to, codeFrom, ...head }): List => {
    const made = codeListDefinition(Object.fromEntries(codes.map((code) => [code, words])), head);
    const rows = made.value.codes.map((row) => ({
      ...row,
      ...(codeFrom ? { from: codeFrom } : {}),
    }));
    return {
      ...made,
      value: { ...made.value, codes: rows },
      ...(from ? { from } : {}),
      ...(to && to >= (from ?? to) ? { to } : {}),
    };
  });

const anyRecall = fc.record({
  kind: fc.constant('code-list'),
  id: fc.constantFrom(...IDS),
  versions: fc.constantFrom('<2.0', '*'),
  reason: fc.constant('Two rows were swapped.'),
});
export const anyPolicyRecall = fc
  .tuple(anyRecall, anyDay)
  .map(([recall, recalledOn]): PolicyRecall => ({ ...recall, recalledOn }));

/** Clocks run as they like: a pack may be taken in before it was made, and a later version made before an earlier. */
export const anyPack = fc
  .record({
    // Often of one issuer, so that one version replaces another.
    issuer: fc.oneof(fc.constantFrom(...ISSUERS), fc.constant(OTHER)),
    id: fc.constantFrom('first', 'first', 'second'),
    version: fc.integer({ min: 1, max: 4 }),
    from: anyDay,
    to: perhaps(anyDay),
    madeOn: anyDay,
    takenInOn: anyDay,
    isHistory: fc.nat(9).map((nth) => nth === 0),
    definitions: fc.uniqueArray(anyDefinition, { selector: ({ id }) => id, maxLength: 2 }),
    recalls: fc.array(anyRecall, { maxLength: 1 }),
    refused: fc.subarray(IDS),
  })
  .map(
    ({ issuer, to, madeOn, isHistory, refused, ...parts }): HeldPack => ({
      ...packOf(issuer, parts),
      madeAt: instant(`${madeOn}T10:00:00.000Z`),
      ...(to && to >= parts.from ? { to } : {}),
      ...(isHistory ? { isHistory } : {}),
      refused: refused
        .filter((id) => parts.definitions.every((each) => each.id !== id))
        .map((id) => ({ kind: 'code-list', id })),
    }),
  );

/** Two packs of one version are refused when the second is taken in, and may still come from two devices. */
export const anyHeld = fc
  .record({
    packs: fc.array(anyPack, { maxLength: 8 }),
    recalls: fc.array(anyPolicyRecall, { maxLength: 1 }),
    succeeded: perhaps(fc.constantFrom(...SUCCEEDED)),
    recalledOn: perhaps(anyDay),
  })
  .map(
    ({ packs, recalls, succeeded, recalledOn }): PacksHeld => ({
      shipped: SHIPPED,
      packs,
      recalls,
      issuers: PINNED.map(({ pinned, signingKey }) => ({
        ...pinned,
        ...(pinned.rank === 'region' && recalledOn ? { recalledOn } : {}),
        ...(signingKey === OTHER.signingKey && succeeded && succeeded !== signingKey
          ? { succeeds: [succeeded] }
          : {}),
      })),
    }),
  );

/** The rule as it is written: what the table of days has to come to. */
export function inForceByRule(
  { shipped, packs, issuers, recalls = [] }: PacksHeld,
  on: PlainDate,
): ReadonlyMap<string, List> {
  const pinned = (pack: HeldPack) =>
    issuers.find(({ signingKey }) => signingKey === pack.issuer.signingKey);
  const begun = packs.filter((pack) => pack.isHistory !== true && beginsOn(pack) <= on);
  const isSuccessor = (one: HeldPack, other: HeldPack) =>
    pinned(one)?.succeeds?.includes(other.issuer.signingKey) === true &&
    rankOf(pinned(one)) >= rankOf(pinned(other));
  const isSameKey = (one: HeldPack, other: HeldPack) =>
    one.issuer.signingKey === other.issuer.signingKey;
  const isLater = (one: HeldPack, other: HeldPack) =>
    one.id === other.id &&
    (isSameKey(one, other) ? one.version > other.version : isSuccessor(one, other));
  const isRecalled = ({ id, version }: List, pack?: HeldPack) => {
    const isNamed = (each: { readonly id: string; readonly versions: string }) =>
      each.id === id && (each.versions === '*' || version !== '2.0.0');
    if (recalls.some((each) => each.recalledOn <= on && isNamed(each))) return true;
    if (pack === undefined) return false;
    const ofKey = pinned(pack)?.recalledOn;
    if (ofKey !== undefined && ofKey <= on) return true;
    return begun.some(
      (by) =>
        by.recalls.some(isNamed) &&
        (isSameKey(by, pack) && by.id !== pack.id
          ? by.madeAt > pack.madeAt
          : isLater(by, pack) || isSuccessor(by, pack)),
    );
  };
  const found: { readonly definition: List; readonly pack?: HeldPack }[] = [
    ...(shipped as readonly List[]).map((definition) => ({ definition })),
  ];
  for (const pack of begun) {
    if (begun.some((other) => isLater(other, pack)) || (pack.to ?? on) < on) continue;
    for (const definition of pack.definitions as readonly List[]) found.push({ definition, pack });
    for (const { id } of pack.refused) {
      const [before] = begun
        .filter((other) => isLater(pack, other))
        .filter(
          ({ definitions, refused }) =>
            definitions.some((each) => each.id === id) || refused.every((each) => each.id !== id),
        )
        .sort((one, other) => {
          if (isLater(one, other)) return -1;
          return isLater(other, one) || one.digest < other.digest ? 1 : -1;
        });
      const definition = (before?.definitions as readonly List[] | undefined)?.find(
        (each) => each.id === id,
      );
      if (before && definition && on <= (before.to ?? on)) found.push({ definition, pack: before });
    }
  }
  const inDays = found
    .filter(({ pack }) => pack === undefined || rankOf(pinned(pack)) >= rankOrder('region'))
    .filter(({ definition: { from = on, to = on } }) => from <= on && on <= to)
    .filter(({ definition, pack }) => !isRecalled(definition, pack))
    .map(({ definition, pack }) => ({
      definition,
      strength: [
        pack ? rankOf(pinned(pack)) + 1 : 0,
        `${pack?.issuer.signingKey} ${pack?.id}`,
        pack?.version ?? 0,
        pack?.digest ?? '',
      ] as const,
    }))
    .sort(({ strength: one }, { strength: other }) => {
      const nth = one.findIndex((each, at) => each !== other[at]);
      const [left = 0, right = 0] = [one[nth], other[nth]];
      return left === right ? 0 : left < right ? -1 : 1;
    });
  return new Map(inDays.map(({ definition }) => [definition.id, definition]));
}

export function beginsOn({ from, madeAt, takenInOn }: HeldPack): PlainDate {
  return [from, day(madeAt.slice(0, 10)), takenInOn].sort().at(-1) ?? from;
}

function rankOf(issuer: PacksHeld['issuers'][number] | undefined): number {
  return issuer === undefined ? -1 : rankOrder(issuer.rank);
}
