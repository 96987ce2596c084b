/** The fictional people of the practice caseload, with what a referral says about each. */
import { addDays, addYears, type FieldValues, type PlainDate } from '@cyber-prevent/core';
import data from './people.json' with { type: 'json' };

export interface PracticePerson {
  readonly key: string;
  readonly name: string;
  /** Age in whole years on the day of the caseload; absent if nobody knows it. */
  readonly years?: number | undefined;
  readonly narrative: string;
  readonly school?: string | undefined;
  readonly handle?: string | undefined;
  /** Name of a parent; absent if there is none to name. */
  readonly parent?: string | undefined;
  readonly offence?: string | undefined;
}

export const PRACTICE_PEOPLE: readonly PracticePerson[] = data.people;

/** A first name is enough to write about somebody. */
export function firstName({ name }: PracticePerson): string {
  return name.split(' ')[0] ?? name;
}

/** @throws {RangeError} when no person has that key */
export function personOf(key: string): PracticePerson {
  const person = PRACTICE_PEOPLE.find((each) => each.key === key);
  if (!person) throw new RangeError(`No person of the practice caseload is called ${key}`);
  return person;
}

/** Somebody at the person’s school, or at the first one if the person has none. */
export function contactOf({ school }: PracticePerson) {
  return data.schools.find(({ name }) => name === school) ?? data.schools[0] ?? NOBODY;
}

const NOBODY = { name: '', contact: '', role: '', phone: '', email: '' };

/** Day of birth: each person’s birthday is at another time of the year, and nobody’s age depends on the season. */
export function bornOn(person: PracticePerson, today: PlainDate): PlainDate | undefined {
  if (person.years === undefined) return undefined;
  const since = person.key === TURNED ? 6 : 20 + ((placeOf(person) * 53) % 320);
  return addYears(addDays(today, -since), -person.years);
}

/** The person who came of age a few days ago. */
const TURNED = 'turned-eighteen';

function placeOf({ key }: PracticePerson): number {
  return PRACTICE_PEOPLE.findIndex((each) => each.key === key);
}

/** Ofcom’s drama numbers, one for each person and one for each parent. */
export function phonesOf(person: PracticePerson) {
  const nth = 101 + placeOf(person);
  return { own: `07700 900${nth}`, parent: `01632 960${nth}` };
}

/** Reference of a person’s referral. */
export function referenceOf(person: PracticePerson, today: PlainDate): string {
  return `CCP-${today.slice(0, 4)}-${1001 + placeOf(person)}`;
}

/** The referral as a form would contain it. */
export function referralValues(
  person: PracticePerson,
  today: PlainDate,
  receivedOn: PlainDate,
): FieldValues {
  const { name, school, handle, parent, narrative, offence, years } = person;
  const born = bornOn(person, today);
  const at = contactOf(person);
  const { own, parent: home } = phonesOf(person);
  const nth = placeOf(person);
  return {
    'subject.name': [name],
    ...(born
      ? {
          'subject.bornOn': [born],
          'subject.address': [
            `${3 + nth} ${data.streets[nth % data.streets.length]}\n${data.town}`,
          ],
          'subject.postcode': [`ZZ99 ${1 + (nth % 9)}W${'ABDEFGHJ'[nth % 8]}`],
          'subject.phones[]': [own],
          'subject.emails[]': [`${name.toLowerCase().replace(' ', '.')}.${years}@example.org`],
        }
      : {}),
    ...(school ? { 'subject.school': [school] } : {}),
    ...(handle ? { 'subject.onlineIdentifiers[].asSeen': [handle] } : {}),
    ...(parent
      ? {
          'relatedPersons[].name': [parent],
          'relatedPersons[].relationship': [nth % 3 === 1 ? 'Father' : 'Mother'],
          'relatedPersons[].phones[]': [home],
        }
      : {}),
    'referral.reference': [referenceOf(person, today)],
    'referral.receivedOn': [receivedOn],
    ...(offence ? { 'referral.suspectedOffences[]': [offence] } : {}),
    'referral.narrative': [narrative],
    'referrer.name': [at.contact],
    'referrer.organisation': [at.name],
    'referrer.role': [at.role],
    'referrer.phone': [at.phone],
    'referrer.email': [at.email],
  };
}
