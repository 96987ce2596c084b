/**
 * The practice system's values in the form of our records: dates as civil dates, telephones as E.164, names as read.
 */
import type { HeldRecord, HeldRecords, HeldRow } from './keeper-ask.ts';

/** Values by field path, in no order. */
export type Values = Readonly<Record<string, readonly string[]>>;

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** The values on the page, in the form in which they are stored. */
export function expectedOf(shown: Values): Values {
  return Object.fromEntries(
    Object.entries(shown).map(([path, texts]) => [path, sorted(asKept(path, texts))]),
  );
}

/** The values of a draft’s rows that have a path, but for those that say that nothing is known. */
export function valuesOf(rows: readonly HeldRow[]): Values {
  const found: Record<string, string[]> = {};
  for (const { path, value, notKnown } of rows)
    if (path && !notKnown) found[path] = [...(found[path] ?? []), value];
  return Object.fromEntries(
    Object.entries(found).map(([path, values]) => [path, sorted(asKept(path, values))]),
  );
}

/** The values of the records, under a page's field paths. For one case: the store has one referral. */
export function valuesHeld(records: HeldRecords): Values {
  const [subject] = records.subject;
  const [referral] = records.referral;
  const [referrer] = records.referrer;
  const held: Readonly<Record<string, readonly string[]>> = {
    ...fields('subject', subject, ['name', 'givenNames', 'familyName', 'bornOn', 'sexRecorded']),
    'subject.aliases[]': texts(subject?.value.aliases),
    'subject.phones[]': texts(subject?.value.phones),
    'subject.emails[]': texts(subject?.value.emails),
    'subject.address': parts(subject, 'addresses', 'lines'),
    'subject.postcode': parts(subject, 'addresses', 'postcode'),
    'subject.school': parts(subject, 'schools', 'name'),
    'subject.onlineIdentifiers[].asSeen': records.onlineIdentifier.flatMap(({ value }) =>
      texts(value.asSeen),
    ),
    ...fields('referral', referral, ['reference', 'receivedOn', 'statedRisk', 'narrative']),
    'referral.otherReferences[]': texts(referral?.value.otherReferences),
    'referral.suspectedOffences[]': texts(referral?.value.suspectedOffences),
    'referral.lawMentioned[]': texts(referral?.value.lawMentioned),
    'referral.incidentDates[]': texts(referral?.value.incidentDates),
    ...fields('referrer', referrer, ['name', 'organisation', 'role', 'phone', 'email']),
    'relatedPersons[].name': records.relatedPerson.flatMap(({ value }) => texts(value.name)),
    'relatedPersons[].phones[]': records.relatedPerson.flatMap(({ value }) => texts(value.phones)),
    'relatedPersons[].emails[]': records.relatedPerson.flatMap(({ value }) => texts(value.emails)),
  };
  return Object.fromEntries(
    Object.entries(held).map(([path, values]) => [path, sorted(asKept(path, values))]),
  );
}

/** A line for each path on which the two differ; none when exactly the expected values are there. */
export function differences(expected: Values, found: Values): readonly string[] {
  return Object.entries(expected).flatMap(([path, values]) => {
    const [wanted, got] = [JSON.stringify(values), JSON.stringify(found[path] ?? [])];
    return wanted === got ? [] : [`${path}: ${wanted} is on the page, ${got} was found`];
  });
}

function asKept(path: string, values: readonly string[]): readonly string[] {
  if (/\.(bornOn|receivedOn|incidentDates)/.test(path)) return values.map(isoDate);
  if (/phone/.test(path)) return values.map(e164);
  if (path === 'subject.name') return values.map(forenameFirst);
  // The page shows each line of an address and each paragraph separately; the number of empty lines between them is not
  // a fact.
  if (/\.(address|narrative)$/.test(path) && values.length > 0)
    return [values.join('\n').replace(/\n+/g, '\n')];
  return values;
}

function isoDate(text: string): string {
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[/ -](\d{1,2}|[a-z]+)[/ -](\d{4})$/i.exec(text) ?? [];
  if (year === '') return text;
  const number = /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3)) / 3 + 1;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function e164(text: string): string {
  return text.replace(/[\s()]/g, '').replace(/^0/, '+44');
}

function forenameFirst(text: string): string {
  return text.replace(/^([^,]+), (.+)$/, '$2 $1');
}

function fields(owner: string, record: HeldRecord | undefined, names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [`${owner}.${name}`, texts(record?.value[name])]));
}

function parts(record: HeldRecord | undefined, list: string, part: string): readonly string[] {
  const entries = (record?.value[list] ?? []) as readonly Readonly<Record<string, unknown>>[];
  return entries.flatMap((entry) => texts(entry[part]));
}

function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function sorted(values: readonly string[]): readonly string[] {
  return values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
