/**
 * Says why words may mean an organisation, with reasons that an officer can check. It only offers: nothing is joined by
 * it, and it gives no score.
 */
import type { Organisation } from '../record/organisation.js';
import { editDistance } from './edit-distance.js';
import { packed, wordsOf } from './fold.js';
import { emailDomain, isGeneralWord, organisationWords, tellsNone } from './organisation-words.js';

/** Reasons that likeness gives, the weightiest first: codes of `organisation-join-reason`. */
export const LIKENESS_REASONS = [
  'same-identifier',
  'same-words',
  'earlier-name',
  'same-email-domain',
  'like-words',
  'same-postcode',
  'same-town',
] as const;
export type LikenessReason = (typeof LIKENESS_REASONS)[number];

/** Reasons that are not enough by themselves: a town has many organisations. */
const NOT_ALONE: ReadonlySet<LikenessReason> = new Set(['same-postcode', 'same-town']);

/** Words that may mean an organisation, and what else their record says of where it is. */
export interface SoughtWords {
  readonly words: string;
  /** Texts that may name the town: addresses, a place. */
  readonly near?: readonly string[];
  readonly postcodes?: readonly string[];
  readonly emails?: readonly string[];
}

export interface NamedOrganisation {
  readonly id: string;
  readonly value: Organisation;
}

export interface OrganisationCandidate<O extends NamedOrganisation = NamedOrganisation> {
  readonly organisation: O;
  /** Never empty; in the order of {@link LIKENESS_REASONS}. */
  readonly reasons: readonly LikenessReason[];
}

/** Fewest characters of an identifier that is looked for in words: a short number is met by chance. */
const LEAST_IDENTIFIER = 5;
/** Fewest letters of a word in which one wrong letter is overlooked: St Mary’s is not St Mark’s. */
const LEAST_MISTYPED = 6;

interface Compared<O> {
  readonly organisation: O;
  readonly name: readonly string[];
  readonly earlier: readonly (readonly string[])[];
  readonly town: readonly string[];
  readonly postcode: string | undefined;
  readonly identifiers: readonly string[];
  readonly domains: readonly string[];
}

/** Prepares the organisations once; each question is then answered without reading them all again. */
export function organisationLikeness<O extends NamedOrganisation>(
  organisations: readonly O[],
): (sought: SoughtWords) => readonly OrganisationCandidate<O>[] {
  const all = organisations.map(comparedOf);
  return (sought) => {
    const asked = {
      words: organisationWords(sought.words),
      tokens: new Set(wordsOf(sought.words)),
      near: new Set([sought.words, ...(sought.near ?? [])].flatMap(wordsOf)),
      postcodes: new Set((sought.postcodes ?? []).map(packed)),
      domains: (sought.emails ?? []).flatMap((email) => emailDomain(email) ?? []),
    };
    return all
      .map((one) => ({ organisation: one.organisation, reasons: reasonsOf(one, asked) }))
      .filter(({ reasons }) => reasons.some((reason) => !NOT_ALONE.has(reason)))
      .toSorted(weightiestFirst);
  };
}

interface Asked {
  readonly words: readonly string[];
  readonly tokens: ReadonlySet<string>;
  readonly near: ReadonlySet<string>;
  readonly postcodes: ReadonlySet<string>;
  readonly domains: readonly string[];
}

function reasonsOf<O>(one: Compared<O>, asked: Asked): readonly LikenessReason[] {
  const isSame = isSameName(one.name, asked.words);
  const isEarlier = one.earlier.some((name) => isSameName(name, asked.words));
  const holds: Readonly<Record<LikenessReason, boolean>> = {
    'same-identifier': one.identifiers.some((value) => asked.tokens.has(value)),
    'same-words': isSame,
    'earlier-name': isEarlier,
    'same-email-domain': asked.domains.some((domain) =>
      one.domains.some((own) => domain === own || domain.endsWith(`.${own}`)),
    ),
    'like-words':
      !isSame && !isEarlier && [one.name, ...one.earlier].some((name) => isLike(name, asked.words)),
    'same-postcode': one.postcode !== undefined && asked.postcodes.has(one.postcode),
    'same-town': one.town.length > 0 && one.town.every((word) => asked.near.has(word)),
  };
  return LIKENESS_REASONS.filter((reason) => holds[reason]);
}

function comparedOf<O extends NamedOrganisation>(organisation: O): Compared<O> {
  const {
    name,
    earlierNames = [],
    town,
    postcode,
    identifiers = [],
    emailDomains = [],
  } = organisation.value;
  return {
    organisation,
    name: organisationWords(name),
    earlier: earlierNames.map((each) => organisationWords(each.name)),
    town: town === undefined ? [] : wordsOf(town),
    postcode: postcode === undefined ? undefined : packed(postcode),
    identifiers: identifiers
      .map(({ value }) => packed(value))
      .filter(({ length }) => length >= LEAST_IDENTIFIER),
    // A record from a colleague may have one that no form takes here.
    domains: emailDomains
      .flatMap((domain) => emailDomain(domain) ?? [])
      .filter((domain) => !tellsNone(domain)),
  };
}

function isSameName(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && one.join('') === other.join('');
}

/** True if all that tells the shorter name apart is in the longer one, and that is something. */
function isLike(one: readonly string[], other: readonly string[]): boolean {
  const [own, others] = [one, other].map((words) =>
    words.filter((word) => !isGeneralWord(word) && word.length > 2),
  ) as [string[], string[]];
  const [short, long] = own.length <= others.length ? [own, others] : [others, own];
  return short.length > 0 && short.every((word) => long.some((each) => isNearWord(word, each)));
}

function isNearWord(one: string, other: string): boolean {
  if (one === other) return true;
  const shorter = Math.min(one.length, other.length);
  return shorter >= LEAST_MISTYPED && editDistance(one, other, 1) === 1;
}

function weightiestFirst<O extends NamedOrganisation>(
  one: OrganisationCandidate<O>,
  other: OrganisationCandidate<O>,
): number {
  for (const reason of LIKENESS_REASONS) {
    const [has, othersHas] = [one, other].map(({ reasons }) => reasons.includes(reason));
    if (has !== othersHas) return has ? -1 : 1;
  }
  const [a, b] = [one, other].map(
    ({ organisation }) => `${organisation.value.name} ${organisation.id}`,
  );
  return (a ?? '') < (b ?? '') ? -1 : 1;
}
