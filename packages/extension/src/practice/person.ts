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
  /** Father or Mother. */
  readonly parentIs?: string | undefined;
  readonly offence?: string | undefined;
}

export const PRACTICE_PEOPLE: readonly PracticePerson[] = data.people;

/** A first name is enough to write about somebody. */
export function firstName({ name }: PracticePerson): string {
  return name.split(' ')[0] ?? name;
}

/** The parent as somebody who was there. */
export function parentWords(key: string): string {
  const { name, parent, parentIs } = personOf(key);
  return parent === undefined ? '' : `${parent}, ${parentIs?.toLowerCase()} of ${name}`;
}

/** @throws {RangeError} when no person has that key */
export function personOf(key: string): PracticePerson {
  const person = PRACTICE_PEOPLE.find((each) => each.key === key);
  if (!person) throw new RangeError(`No person of the practice caseload is called ${key}`);
  return person;
}

/** Somebody at the person’s school; the person themselves if there is none, at the first school if nobody knows them. */
export function contactOf(person: PracticePerson): Contact {
  if (person.years === undefined) return data.schools[0] ?? NOBODY;
  const school = data.schools.find(({ name }) => name === person.school);
  if (school) return school;
  const { own: phone } = phonesOf(person);
  return { ...NOBODY, contact: person.name, role: 'Self', phone, email: emailOf(person) };
}

interface Contact {
  /** Name of the organisation; empty for the person themselves. */
  readonly name: string;
  readonly contact: string;
  readonly role: string;
  readonly phone: string;
  readonly email: string;
}

const NOBODY: Contact = { name: '', contact: '', role: '', phone: '', email: '' };

function emailOf({ name, years }: PracticePerson): string {
  return `${name.toLowerCase().replace(' ', '.')}.${years}@example.org`;
}

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
  const { name, school, handle, parent, parentIs, narrative, offence } = person;
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
          'subject.emails[]': [emailOf(person)],
        }
      : {}),
    ...(school ? { 'subject.school': [school] } : {}),
    ...(handle ? { 'subject.onlineIdentifiers[].asSeen': [handle] } : {}),
    ...(parent
      ? {
          'relatedPersons[].name': [parent],
          ...(parentIs ? { 'relatedPersons[].relationship': [parentIs] } : {}),
          'relatedPersons[].phones[]': [home],
        }
      : {}),
    'referral.reference': [referenceOf(person, today)],
    'referral.receivedOn': [receivedOn],
    ...(offence ? { 'referral.suspectedOffences[]': [offence] } : {}),
    'referral.narrative': [narrative],
    'referrer.name': [at.contact],
    ...(at.name ? { 'referrer.organisation': [at.name] } : {}),
    'referrer.role': [at.role],
    'referrer.phone': [at.phone],
    'referrer.email': [at.email],
  };
}
