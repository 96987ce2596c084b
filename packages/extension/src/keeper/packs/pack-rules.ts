/** The settings that packs give to everything that reads the force’s policy: periods, limits, hosts and the paper. */
import {
  addDays,
  type GivenPostcodeTable,
  gatherTimeLimits,
  type LaterTimeLimit,
  type PlainDate,
  type TimeLimit,
} from '@cyber-prevent/core';
import {
  changeDays,
  type Definition,
  definitionsInForce,
  inForceOfKind,
  issuersByKey,
} from '@cyber-prevent/core/pack';
import type {
  AdaptersOfPacks,
  GivenByPacks,
  InstrumentsOfPacks,
  PackRules,
} from '../../ports/packs.js';
import type { Policy } from '../../ports/services.js';
import type { PacksHere } from './packs-held-here.js';
import { type GivenByPack, namedOfPacks, ofPacks, templateRows } from './said-packs.js';

export interface PostcodeTables {
  readonly inForce: readonly GivenPostcodeTable[];
  readonly ever: readonly GivenPostcodeTable[];
}

/**
 * The settings of a policy with those of packs. The policy is the force’s own word and has the place of its packs: over
 * all that the force, its region or an officer gives, and under what the national unit has issued.
 */
export function rulesWithPacks(policy: Policy, here: PacksHere, today: PlainDate): PackRules {
  const retention = rows(ofPacks(here, 'retention-groups', today), policy.retention);
  const timeLimits = rows(ofPacks(here, 'time-limits', today), policy.timeLimits);
  const hostClasses = rows(ofPacks(here, 'host-classes', today), policy.hostClasses);
  const papers = ofPacks(here, 'letterhead', today);
  const ofNation = papers.findLast(({ isNational }) => isNational)?.value;
  const notice = ofNation ?? policy.notice ?? papers.at(-1)?.value;
  return {
    ...(retention.length > 0 ? { retention } : {}),
    ...(timeLimits.length > 0 ? { timeLimits } : {}),
    ...(hostClasses.length > 0 ? { hostClasses } : {}),
    ...(notice ? { notice } : {}),
    ...givenByPacks(here, limitsByDay(policy, here, today), today),
  };
}

/**
 * The limits of the days before any pack acted, and each that took another’s place on a day since: what began before that
 * day keeps its own. A limit of the policy has no first day, and counts for everything.
 */
function limitsByDay(
  policy: Policy,
  here: PacksHere,
  today: PlainDate,
): readonly (TimeLimit | LaterTimeLimit)[] {
  const shipped = gatherTimeLimits();
  const on = (day: PlainDate) => {
    const given = rows(ofPacks(here, 'time-limits', day), policy.timeLimits);
    return new Map(given.map((limit) => [limit.id, limit]));
  };
  const days = changeDays(here.held, 'time-limits').filter((day) => day <= today);
  const [first] = days;
  if (first === undefined) return [];
  const before = on(addDays(first, -1));
  let was = before;
  const later = days.flatMap((from) => {
    const [earlier, now] = [was, on(from)];
    was = now;
    return [...new Set([...earlier.keys(), ...now.keys()])].flatMap((id) => {
      const limit = now.get(id) ?? shipped[id];
      const isSame = JSON.stringify(limit) === JSON.stringify(earlier.get(id) ?? shipped[id]);
      return isSame ? [] : [{ from, limit }];
    });
  });
  return later.length > 0 ? [...before.values(), ...later] : [];
}

/** The tables of postcodes in force, and every one that was ever held, for the law of areas. */
export function postcodeTables({ held }: PacksHere, today: PlainDate): PostcodeTables {
  const issuers = issuersByKey(held.issuers);
  return {
    inForce: inForceOfKind(definitionsInForce(held, today), 'postcode-area').map(
      ({ definition, origin }) => givenTable(definition, origin?.issuer.name),
    ),
    ever: [
      ...held.shipped.map((definition) => ({ definition, name: undefined })),
      ...held.packs.flatMap(({ definitions, issuer: { signingKey } }) =>
        definitions.map((definition) => ({ definition, name: issuers.get(signingKey)?.name })),
      ),
    ].flatMap(({ definition, name }) =>
      definition.kind === 'postcode-area' ? [givenTable(definition, name)] : [],
    ),
  };
}

function givenTable(
  { id, title, version, standing, checkedOn, value }: Definition<'postcode-area'>,
  issuer: string | undefined,
): GivenPostcodeTable {
  const named = issuer === undefined ? {} : { issuer };
  return { id, title, version, standing, checkedOn, ...named, value };
}

function givenByPacks(
  here: PacksHere,
  byDay: readonly (TimeLimit | LaterTimeLimit)[],
  today: PlainDate,
): Pick<PackRules, 'given'> {
  const conditions = ofPacks(here, 'conditions', today).flatMap(({ value }) => value);
  const signposts = ofPacks(here, 'signposts', today).map(({ value }) => value);
  const triggers = ofPacks(here, 'triggers', today).flatMap(({ value }) => value);
  const monitoring = ofPacks(here, 'monitoring-rules', today).at(-1)?.value;
  const orderRules = ofPacks(here, 'order-rules', today).at(-1)?.value;
  const replyWords = ofPacks(here, 'reply-words', today).at(-1)?.value;
  const ever = here.held.packs.flatMap(({ definitions }) => definitions);
  const instruments: InstrumentsOfPacks = {
    inForce: ofPacks(here, 'instrument', today).map(({ value }) => value),
    ever: ever.flatMap((each) => (each.kind === 'instrument' ? [each.value] : [])),
  };
  const adapters: AdaptersOfPacks = {
    inForce: ofPacks(here, 'adapter', today).map(({ value }) => value),
    ever: ever.flatMap((each) => (each.kind === 'adapter' ? [each.value] : [])),
  };
  const templates = templateRows(here, today);
  const given: GivenByPacks = {
    ...(conditions.length > 0 ? { conditions } : {}),
    ...(signposts.length > 0 ? { signposts } : {}),
    ...(triggers.length > 0 ? { triggers } : {}),
    ...(monitoring ? { monitoring } : {}),
    ...(byDay.length > 0 ? { limitsByDay: byDay } : {}),
    ...(orderRules ? { orderRules } : {}),
    ...(replyWords ? { replyWords } : {}),
    ...(instruments.ever.length > 0 ? { instruments } : {}),
    ...(adapters.ever.length > 0 ? { adapters } : {}),
    ...(templates.inForce.length + templates.recalled.length > 0 ? { templates } : {}),
    ...namedOfPacks(here, today),
  };
  return Object.keys(given).length > 0 ? { given } : {};
}

/** Weakest first: of two rows about one thing, everything that reads them takes the later. */
function rows<T>(
  given: readonly GivenByPack<readonly T[]>[],
  own: readonly T[] = [],
): readonly T[] {
  const ofRank = (isNational: boolean) =>
    given.flatMap((each) => (each.isNational === isNational ? each.value : []));
  return [...ofRank(false), ...own, ...ofRank(true)];
}
