/**
 * Facts that can be captured, as a closed list of paths. A path names a fact on a page, not a record's property:
 * `subject.address` adds a dated entry to the subject's addresses. A wrong path does not compile, and in a JSON adapter
 * it is an error that names the line.
 */

import type { Sensitivity } from '../../shared/sensitivity.js';

export type { Sensitivity };

/** Owner of a fact: decides grouping in the review, and the default decision. */
export const FIELD_OWNERS = ['subject', 'referral', 'referrer', 'relatedPersons'] as const;
export type FieldOwner = (typeof FIELD_OWNERS)[number];

/** Named readers turn text into a value; unreadable text stays as it is, with an issue. */
export const READERS = [
  'text',
  'prose',
  'name',
  'ukDate',
  'phone',
  'email',
  'postcode',
  'address',
  'handle',
  'reference',
] as const;
export type ReaderName = (typeof READERS)[number];

export interface FieldDefinition {
  /** Label next to the value, in the officer's words. */
  readonly label: string;
  readonly read: ReaderName;
  readonly sensitivity: Sensitivity;
  /** Starting decision of the row; see design rule 1: third persons, special data and narrative start as *leave*. */
  readonly starts: 'take' | 'leave' | 'take-if-professional';
  /** Set if the path ends in a list: several values may be taken. */
  readonly many?: true;
}

const take = 'take' as const;
const leave = 'leave' as const;
const professional = 'take-if-professional' as const;

/** Every path, in the order in which a review shows them. */
export const FIELDS = {
  'subject.name': { label: 'Name', read: 'name', sensitivity: 'personal', starts: take },
  'subject.givenNames': {
    label: 'Given names',
    read: 'text',
    sensitivity: 'personal',
    starts: take,
  },
  'subject.familyName': {
    label: 'Family name',
    read: 'text',
    sensitivity: 'personal',
    starts: take,
  },
  'subject.aliases[]': {
    label: 'Also known as',
    read: 'text',
    sensitivity: 'personal',
    starts: take,
    many: true,
  },
  'subject.bornOn': {
    label: 'Date of birth',
    read: 'ukDate',
    sensitivity: 'personal',
    starts: take,
  },
  'subject.sexRecorded': {
    label: 'Sex, as recorded',
    read: 'text',
    sensitivity: 'personal',
    starts: take,
  },
  'subject.address': { label: 'Address', read: 'address', sensitivity: 'personal', starts: take },
  'subject.postcode': {
    label: 'Postcode',
    read: 'postcode',
    sensitivity: 'personal',
    starts: take,
  },
  'subject.school': {
    label: 'School or employer',
    read: 'text',
    sensitivity: 'personal',
    starts: take,
  },
  'subject.phones[]': {
    label: 'Telephone',
    read: 'phone',
    sensitivity: 'personal',
    starts: take,
    many: true,
  },
  'subject.emails[]': {
    label: 'Email address',
    read: 'email',
    sensitivity: 'personal',
    starts: take,
    many: true,
  },
  'subject.onlineIdentifiers[].asSeen': {
    label: 'Online identifier',
    read: 'handle',
    sensitivity: 'personal',
    starts: take,
    many: true,
  },
  'subject.communicationNeeds': {
    label: 'Communication and support needs',
    read: 'text',
    sensitivity: 'special',
    starts: leave,
  },
  'referral.reference': {
    label: 'Referral reference',
    read: 'reference',
    sensitivity: 'none',
    starts: take,
  },
  'referral.otherReferences[]': {
    label: 'Other reference',
    read: 'reference',
    sensitivity: 'none',
    starts: take,
    many: true,
  },
  'referral.receivedOn': {
    label: 'Date of referral',
    read: 'ukDate',
    sensitivity: 'none',
    starts: take,
  },
  'referral.suspectedOffences[]': {
    label: 'Suspected offence',
    read: 'text',
    sensitivity: 'criminal',
    starts: take,
    many: true,
  },
  'referral.lawMentioned[]': {
    label: 'Law mentioned',
    read: 'text',
    sensitivity: 'criminal',
    starts: take,
    many: true,
  },
  'referral.incidentDates[]': {
    label: 'Date of incident',
    read: 'ukDate',
    sensitivity: 'criminal',
    starts: take,
    many: true,
  },
  'referral.statedRisk': {
    label: 'Risk, as stated',
    read: 'text',
    sensitivity: 'personal',
    starts: leave,
  },
  'referral.narrative': {
    label: 'Narrative',
    read: 'prose',
    sensitivity: 'personal',
    starts: leave,
  },
  'referrer.name': {
    label: 'Referrer’s name',
    read: 'name',
    sensitivity: 'personal',
    starts: professional,
  },
  'referrer.organisation': {
    label: 'Referrer’s organisation',
    read: 'text',
    sensitivity: 'none',
    starts: professional,
  },
  'referrer.role': {
    label: 'Referrer’s role',
    read: 'text',
    sensitivity: 'none',
    starts: professional,
  },
  'referrer.phone': {
    label: 'Referrer’s telephone',
    read: 'phone',
    sensitivity: 'personal',
    starts: professional,
  },
  'referrer.email': {
    label: 'Referrer’s email address',
    read: 'email',
    sensitivity: 'personal',
    starts: professional,
  },
  'relatedPersons[].name': {
    label: 'Related person’s name',
    read: 'name',
    sensitivity: 'personal',
    starts: leave,
    many: true,
  },
  'relatedPersons[].relationship': {
    label: 'Relationship to the subject',
    read: 'text',
    sensitivity: 'personal',
    starts: leave,
    many: true,
  },
  'relatedPersons[].phones[]': {
    label: 'Related person’s telephone',
    read: 'phone',
    sensitivity: 'personal',
    starts: leave,
    many: true,
  },
  'relatedPersons[].emails[]': {
    label: 'Related person’s email address',
    read: 'email',
    sensitivity: 'personal',
    starts: leave,
    many: true,
  },
} as const satisfies Readonly<Record<string, FieldDefinition>>;

export type FieldPath = keyof typeof FIELDS;
export const FIELD_PATHS = Object.keys(FIELDS) as readonly FieldPath[];

/** True if the text is the path of a field that can be captured. */
export function isFieldPath(path: string): path is FieldPath {
  return Object.hasOwn(FIELDS, path);
}

/** The definition, widened to the members that every path has. */
export function fieldOf(path: FieldPath): FieldDefinition {
  return FIELDS[path];
}

const OWNERS: ReadonlyMap<FieldPath, FieldOwner> = new Map(
  FIELD_PATHS.map((path) => [path, firstOf(path)]),
);

/** Owner of a path: `subject` for `subject.phones[]`, `relatedPersons` for `relatedPersons[].name`. */
export function ownerOf(path: FieldPath): FieldOwner {
  return OWNERS.get(path) ?? firstOf(path);
}

function firstOf(path: FieldPath): FieldOwner {
  return path.split(/[.[]/, 1)[0] as FieldOwner;
}
