/** A fictional referral: facts as they are, before anyone writes them down. */
import type { Random } from './random.ts';
import * as words from './words.ts';

export interface Handle {
  readonly platform: string;
  readonly name: string;
}

export interface Person {
  readonly forenames: string;
  readonly surname: string;
  readonly alias?: string;
  /** Dates are ISO days. */
  readonly bornOn: string;
  /** Lines, without the postcode. */
  readonly address: readonly string[];
  readonly postcode: string;
  readonly school?: string;
  /** National numbers without spaces; one or two, or none. */
  readonly phones: readonly string[];
  readonly email?: string;
  readonly handles: readonly Handle[];
}

export interface Referrer {
  readonly title: string;
  readonly name: string;
  readonly role?: string;
  readonly organisation?: string;
  readonly phone?: string;
  readonly email?: string;
}

export interface Guardian {
  readonly name: string;
  readonly relation: string;
  readonly phone?: string;
  readonly email?: string;
}

/** The people whose page it is, none of whom is in the record. */
export interface Staff {
  /** Signed in. */
  readonly user: string;
  readonly caseOwner: string;
  readonly helpPhone: string;
  readonly helpEmail: string;
}

export interface FictionalRecord {
  readonly subject: Person;
  /** Another young person, with their own facts. */
  readonly other: Person;
  readonly guardian?: Guardian;
  readonly referrer: Referrer;
  readonly staff: Staff;
  readonly reference: string;
  readonly otherReferences: readonly string[];
  readonly receivedOn: string;
  readonly updatedOn: string;
  readonly incidentOn: string;
  readonly offence?: string;
  readonly risk?: string;
  readonly status: string;
  /** Sentences, with `{day}` in the place of the incident's date. */
  readonly story: string;
}

export function fullName({ forenames, surname }: Pick<Person, 'forenames' | 'surname'>): string {
  return `${forenames} ${surname}`;
}

/** The share of optional facts that a record does not have. */
const MISSING = 0.15;

export function makeRecord(random: Random): FictionalRecord {
  const may = <T>(make: () => T): T | undefined => (random.chance(MISSING) ? undefined : make());
  const ends = random.shuffled(Array.from({ length: 1000 }, (_, nth) => nth));
  const end = (): string => String(ends.pop()).padStart(3, '0');
  const mobile = (): string => `07700900${end()}`;
  const landline = (): string => `01632960${end()}`;
  const surnames = random.shuffled(words.SURNAMES);
  const forenames = random.shuffled(words.FORENAMES);
  const schools = random.shuffled(words.SCHOOLS);
  const staff = random.shuffled(words.STAFF);
  const aliases = random.shuffled(words.ALIASES);

  const person = (): Person => {
    const name = { forenames: forenames.pop() ?? '', surname: surnames.pop() ?? '' };
    const alias = random.chance(0.5) ? aliases.pop() : undefined;
    const school = may(() => schools.pop() ?? '');
    const email = may(() => `${mailbox(fullName(name))}${end()}@${random.pick(words.DOMAINS)}`);
    const phones = may(() => (random.chance(0.2) ? [mobile(), landline()] : [mobile()])) ?? [];
    return {
      ...name,
      ...(alias === undefined ? {} : { alias }),
      bornOn: dayBetween(random, '2008-07-01', '2014-12-31'),
      address: addressOf(random),
      postcode: postcodeOf(random),
      ...(school === undefined ? {} : { school }),
      phones,
      ...(email === undefined ? {} : { email }),
      handles: may(() => handlesOf(random, name.forenames, 1 + random.below(3))) ?? [],
    };
  };
  const subject = person();
  const other = person();
  const [title, name, role, organisation] = random.pick(words.REFERRERS);
  const referrerPhone = may(landline);
  const referrerEmail = may(() => `${mailbox(name)}@${mailbox(organisation)}.example`);
  const guardian = may(() => guardianOf(random, subject, mobile, end));
  const receivedOn = dayBetween(random, '2026-01-12', '2026-06-20');
  const offence = may(() => random.pick(words.OFFENCES));
  const risk = may(() => random.pick(words.RISKS));
  const story = random.pick(words.STORIES) + random.pick(words.ENDINGS);
  return {
    subject,
    other,
    ...(guardian === undefined ? {} : { guardian }),
    referrer: {
      title,
      name,
      ...(random.chance(MISSING) ? {} : { role }),
      ...(random.chance(MISSING) ? {} : { organisation }),
      ...(referrerPhone === undefined ? {} : { phone: referrerPhone }),
      ...(referrerEmail === undefined ? {} : { email: referrerEmail }),
    },
    staff: {
      user: staff.pop() ?? '',
      caseOwner: staff.pop() ?? '',
      helpPhone: landline(),
      helpEmail: `help@${random.pick(['caseline', 'newbyte', 'northmoor-ict'])}.example`,
    },
    reference: referenceOf(random),
    otherReferences: random.chance(0.5) ? [] : [otherReferenceOf(random)],
    receivedOn,
    updatedOn: dayBetween(random, '2026-06-21', '2026-06-29'),
    incidentOn: dayBetween(random, '2025-11-03', '2026-01-09'),
    ...(offence === undefined ? {} : { offence }),
    ...(risk === undefined ? {} : { risk }),
    status: random.pick(words.STATUSES),
    story: story.replaceAll('{name}', subject.forenames),
  };
}

function guardianOf(
  random: Random,
  { surname }: Person,
  mobile: () => string,
  end: () => string,
): Guardian {
  const own = random.chance(0.6) ? surname : random.pick(words.SURNAMES);
  const name = `${random.pick(['Dawn', 'Winston', 'Carol', 'Sunita', 'Gareth', 'Halima'])} ${own}`;
  return {
    name,
    relation: random.pick(words.RELATIONS),
    ...(random.chance(MISSING) ? {} : { phone: mobile() }),
    ...(random.chance(0.5)
      ? {}
      : { email: `${mailbox(name)}${end()}@${random.pick(words.DOMAINS)}` }),
  };
}

function addressOf(random: Random): readonly string[] {
  return [
    ...(random.chance(0.25) ? [random.pick(words.HOUSES)] : []),
    `${1 + random.below(98)} ${random.pick(words.STREETS)}`,
    random.pick(words.TOWNS),
    ...(random.chance(0.3) ? [random.pick(words.COUNTIES)] : []),
  ];
}

/** No postcode begins with ZZ. */
function postcodeOf(random: Random): string {
  const letter = (): string => random.pick([...'ABDEFGHJLNPQRSTUWXYZ']);
  return `ZZ${1 + random.below(98)} ${random.below(10)}${letter()}${letter()}`;
}

function handlesOf(random: Random, forenames: string, count: number): readonly Handle[] {
  const stem = mailbox(forenames).split('.')[0] ?? 'x';
  const forms = [
    `${stem}_dev`,
    `@${stem}.exe`,
    `${stem}h4x${random.below(90)}`,
    `nullroute_${stem}`,
  ];
  const names = random.shuffled(forms);
  return random
    .shuffled(words.PLATFORMS)
    .slice(0, count)
    .map((platform, nth) => ({ platform, name: names[nth] ?? stem }));
}

function referenceOf(random: Random): string {
  const four = String(1 + random.below(9998)).padStart(4, '0');
  return random.pick([
    `NCCU-PREV-2026-${four}`,
    `CC/2026/0${four}`,
    `REF-26-11${four}`,
    `CYP003${four}`,
    `YJS-2026-${four}`,
  ]);
}

function otherReferenceOf(random: Random): string {
  const four = String(1 + random.below(9998)).padStart(4, '0');
  return random.pick([`ESP/2026/004${four}`, `MASH-8${four}`, `42/${four}/26`, `GP-SG-26-${four}`]);
}

function dayBetween(random: Random, first: string, last: string): string {
  const from = Date.parse(first);
  const days = (Date.parse(last) - from) / 86_400_000;
  return new Date(from + random.below(days + 1) * 86_400_000).toISOString().slice(0, 10);
}

/** Lower-case letters, with dots between the words. */
function mailbox(name: string): string {
  const plain = name.replaceAll('Ł', 'L').replaceAll('ø', 'o').normalize('NFD').toLowerCase();
  return plain
    .replace(/[^a-z\s-]/g, '')
    .trim()
    .replace(/[\s-]+/g, '.');
}
