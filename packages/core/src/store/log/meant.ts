/** An officer’s answers to doubts about whose a save is, and what was read that the doubts come from. */
import * as v from 'valibot';
import { PlainDate, RecordId } from '../../shared/primitives.js';

/**
 * Doubts about the person of a save, by which the log names the officer’s answer.
 *
 * - `named-otherwise`: what was read gives only names that are not the person’s.
 * - `born-otherwise`: what was read gives another date of birth.
 * - `another-matches`: somebody else on record has the name and date of birth, or an identifier that was read.
 * - `form-of-another`: the form that was typed into shows signs of another person.
 */
export const PERSON_DOUBTS = [
  'named-otherwise',
  'born-otherwise',
  'another-matches',
  'form-of-another',
] as const;
export type PersonDoubtKind = (typeof PERSON_DOUBTS)[number];

/** An officer’s word that a reference is this person’s, although its page or the records say otherwise. */
const MeantReference = v.strictObject({ subject: RecordId, reference: v.string() });
export type MeantReference = v.InferOutput<typeof MeantReference>;

/** An officer’s word that a save is about this person, although something speaks against it. */
const MeantPerson = v.strictObject({
  subject: RecordId,
  /** Names that were read, if none of them may be the person’s. */
  names: v.array(v.string()),
  /** Dates of birth that were read and are not the person’s. */
  born: v.array(PlainDate),
  /** Others on record of the name and date of birth, or of an identifier that was read. */
  others: v.array(RecordId),
  /** Set if the form that was typed into showed signs of another person. */
  isForm: v.exactOptional(v.literal(true)),
});
export type MeantPerson = v.InferOutput<typeof MeantPerson>;

export const Meant = v.union([MeantReference, MeantPerson]);
export type Meant = v.InferOutput<typeof Meant>;

/** Most values that one page gives of a person. */
const MOST_READ = 500;

const ReadValues = v.pipe(
  v.array(
    v.strictObject({
      kind: v.string(),
      text: v.string(),
      given: v.exactOptional(v.string()),
      family: v.exactOptional(v.string()),
      platform: v.exactOptional(v.string()),
      postcode: v.exactOptional(v.string()),
    }),
  ),
  v.maxLength(MOST_READ),
);

/** Everything read of the person of a save by which people are told apart, taken or left. */
export const ReadOfPerson = v.strictObject({
  subject: RecordId,
  /** The person whom the save is moved from: it is then one that was on record already. */
  movedFrom: v.exactOptional(RecordId),
  values: ReadValues,
  /** Values that the officer left although they would have been taken: nobody is looked for by these. */
  rejected: v.exactOptional(ReadValues),
});
export type ReadOfPerson = v.InferOutput<typeof ReadOfPerson>;

export function isMeantPerson(meant: Meant): meant is MeantPerson {
  return 'born' in meant;
}
