/** Words that a trade uses for the facts of a referral: data, read from a file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldNameOf } from '../score-fields.ts';

/** Facts of a referral, by the names of a truth file. */
export const FIELD_NAMES = [
  'subjectName',
  'subjectForenames',
  'subjectSurname',
  'alias',
  'dob',
  'school',
  'address',
  'postcode',
  'phone',
  'email',
  'handles',
  'reference',
  'otherReferences',
  'dateOfReferral',
  'offence',
  'incidentDates',
  'risk',
  'narrative',
  'referrerName',
  'referrerRole',
  'referrerOrg',
  'referrerPhone',
  'referrerEmail',
  'guardianName',
  'guardianPhone',
  'guardianEmail',
] as const;

/** Facts about the record itself, which no field holds. */
export const OWN_NAMES = ['status', 'caseOwner', 'updated'] as const;

/** Headings over the facts of each group. */
export const GROUP_NAMES = ['subject', 'referral', 'referrer', 'guardian'] as const;

export type FieldName = (typeof FIELD_NAMES)[number] | (typeof OWN_NAMES)[number];
export type GroupName = (typeof GROUP_NAMES)[number];

export interface LabelSet {
  readonly name: string;
  /** A field without a label here is not on the page. */
  readonly labels: Readonly<Partial<Record<FieldName, string>>>;
  readonly headings: Readonly<Partial<Record<GroupName, string>>>;
}

export const OWN_LABEL_SETS = join(import.meta.dirname, 'label-sets.json');

/**
 * Reads `{ name: { field: label } }`; a field is named as in a truth file or by its path in a draft. `heading.subject`
 * and its like are the words over a group. Other names are passed over.
 *
 * @throws {Error} when it is not such a file
 */
export function readLabelSets(file: string): readonly LabelSet[] {
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return membersOf(json, file).map(([name, labels]) => labelSet(name, membersOf(labels, file)));
}

function membersOf(json: unknown, file: string): readonly [string, unknown][] {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new Error(`${file} is not an object of label sets`);
  return Object.entries(json);
}

function labelSet(name: string, members: readonly [string, unknown][]): LabelSet {
  const labels: Partial<Record<FieldName, string>> = {};
  const headings: Partial<Record<GroupName, string>> = {};
  for (const [key, label] of members) {
    if (typeof label !== 'string' || label.trim() === '') continue;
    const group = GROUP_NAMES.find((each) => key === `heading.${each}`);
    const field = isFieldName(key) ? key : fieldNameOf(key);
    if (group) headings[group] = label;
    else if (field !== undefined && isFieldName(field)) labels[field] ??= label;
  }
  return { name, labels, headings };
}

function isFieldName(name: string): name is FieldName {
  return [...FIELD_NAMES, ...OWN_NAMES].some((each) => each === name);
}
