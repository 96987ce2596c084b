/** A person an officer is working with. Most were never convicted of anything; many are children. */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { DatedArea } from './dated-area.js';
import { differingValue } from './differing.js';
import { field } from './field.js';
import { ProcessingCondition } from './processing-condition.js';
import { emails, phones } from './reached-by.js';
import { ownId } from './reference.js';
import { from, until } from './time-span.js';
import { fitsAge, UNDER_TEN } from './under-ten.js';

/** An address from a day on: a new one is added, the old one stays. */
export const DatedAddress = v.strictObject({
  /** As written, one line to a line. */
  lines: field(Narrative, { label: 'Address', sensitivity: 'personal', input: 'narrative' }),
  postcode: v.optional(field(Line, { label: 'Postcode', sensitivity: 'personal' })),
  notedOn: field(PlainDate, { label: 'Noted on', called: 'the date it was noted', input: 'date' }),
  until,
});

export const DatedSchool = v.strictObject({
  name: field(Line, { label: 'School or employer', sensitivity: 'personal' }),
  notedOn: field(PlainDate, { label: 'Noted on', called: 'the date it was noted', input: 'date' }),
  until,
});

/** Several may apply at once, each from a day (DPA 2018 s.38(3)). */
export const DatedCategory = v.strictObject({
  category: field(codeList('subject-category'), { label: 'Category', sensitivity: 'criminal' }),
  from,
  until,
});

/** Lists of plain texts with entries that can end. */
export const ENDING_LISTS = ['aliases', 'phones', 'emails'] as const;

/** A name, number or address that is no longer in use. It stays in its list: an old value is still a lead. */
export const EndedValue = v.strictObject({
  what: field(v.picklist(ENDING_LISTS), { label: 'What', called: 'what is no longer in use' }),
  value: field(Line, { label: 'Value', sensitivity: 'personal' }),
  until: field(PlainDate, { label: 'Until', called: 'the end date', input: 'date' }),
});

/** See {@link differingValue}. */
export const DifferingValue = differingValue([
  'name',
  'givenNames',
  'familyName',
  'bornOn',
  'sexRecorded',
  'communicationNeeds',
]);
export type DifferingValue = v.InferOutput<typeof DifferingValue>;

const Fields = v.strictObject({
  id: ownId(),
  name: field(Line, { label: 'Name', sensitivity: 'personal', identifies: true }),
  givenNames: v.optional(
    field(Line, { label: 'Given names', sensitivity: 'personal', identifies: true }),
  ),
  familyName: v.optional(
    field(Line, { label: 'Family name', sensitivity: 'personal', identifies: true }),
  ),
  aliases: field(v.array(Line), {
    label: 'Also known as',
    called: 'another name',
    sensitivity: 'personal',
    identifies: true,
  }),
  /** Absent while unknown: never guessed from an age. */
  bornOn: v.optional(
    field(PlainDate, {
      label: 'Date of birth',
      called: 'a date of birth',
      sensitivity: 'personal',
      input: 'date',
      hasCome: true,
      identifies: true,
    }),
  ),
  sexRecorded: v.optional(
    field(Line, {
      label: 'Sex, as recorded',
      called: 'the sex that is recorded',
      sensitivity: 'personal',
    }),
  ),
  addresses: field(v.array(DatedAddress), { label: 'Addresses', sensitivity: 'personal' }),
  /** Said by somebody or worked out from a full postcode, and always taken by an officer. */
  areas: v.optional(
    field(v.array(DatedArea), { label: 'Area', called: 'an area', sensitivity: 'personal' }),
  ),
  schools: field(v.array(DatedSchool), { label: 'School or employer', sensitivity: 'personal' }),
  phones,
  emails,
  ended: v.optional(
    field(v.array(EndedValue), {
      label: 'No longer in use',
      called: 'what is no longer in use',
      sensitivity: 'personal',
    }),
  ),
  communicationNeeds: v.optional(
    field(Narrative, {
      label: 'Communication and support needs',
      sensitivity: 'special',
      input: 'narrative',
      hint: 'For adjustments only; never part of an assessed level',
    }),
  ),
  alsoRecorded: v.optional(
    field(v.array(DifferingValue), {
      label: 'Recorded differently elsewhere',
      called: 'what is recorded differently elsewhere',
      sensitivity: 'special',
    }),
  ),
  categories: field(v.array(DatedCategory), {
    label: 'Data subject categories',
    sensitivity: 'criminal',
  }),
  /** The answers given when such a value was taken; the last of a kind applies to the next one of this person. */
  processingConditions: v.optional(
    field(v.array(ProcessingCondition), {
      label: 'Conditions for sensitive data',
      sensitivity: 'special',
      set: 'by-toolkit',
    }),
  ),
});

export const Subject = v.pipe(
  Fields,
  v.forward(v.partialCheck([['bornOn'], ['categories']], fitsAge, UNDER_TEN), ['categories']),
);
export type Subject = v.InferOutput<typeof Subject>;

/**
 * Returns the entries of a list that are still in use. Ended ones stay on record, but go into no form and no file as
 * current.
 */
export function inUse(
  subject: Pick<Subject, (typeof ENDING_LISTS)[number]> & Partial<Pick<Subject, 'ended'>>,
  what: (typeof ENDING_LISTS)[number],
): readonly string[] {
  const ended = new Set(
    subject.ended?.filter((each) => each.what === what).map(({ value }) => value),
  );
  return subject[what].filter((value) => !ended.has(value));
}

/** The last address or school that has not ended. */
export function latestInUse<T extends { readonly until?: PlainDate | undefined }>(
  dated: readonly T[],
): T | undefined {
  return dated.findLast(({ until }) => until === undefined);
}
