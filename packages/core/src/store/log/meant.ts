/** An officer’s answers to doubts about whose a save is, and what was read that the doubts come from. */
import * as v from 'valibot';
import { PlainDate, RecordId } from '../../shared/primitives.js';
import type { AuditEntry, Commit } from './revision.js';

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

/**
 * The commit without what was read and answered, and with log entries that name each doubt answered and the person. An
 * entry about the person that is there already names it; otherwise one is added.
 */
export function withAnswersLogged({ meant = [], read: _, ...commit }: Commit): Commit {
  let audit: readonly AuditEntry[] = commit.audit ?? [];
  for (const answer of meant) {
    if (!isMeantPerson(answer)) continue;
    const doubts = doubtsIn(answer);
    if (doubts.length === 0) continue;
    const { subject } = answer;
    const own = audit.find(
      ({ action, records }) => WITH_A_SAVE.has(action) && records[0] === subject,
    );
    audit = own
      ? audit.map((entry) => (entry === own ? { ...entry, doubts } : entry))
      : [
          ...audit,
          { action: 'alteration', records: [subject], fields: [], reason: commit.reason, doubts },
        ];
  }
  return audit.length > 0 ? { ...commit, audit } : commit;
}

const WITH_A_SAVE: ReadonlySet<AuditEntry['action']> = new Set(['combination', 'disclosure']);

function doubtsIn({ names, born, others, isForm }: MeantPerson): readonly PersonDoubtKind[] {
  const had = [names.length > 0, born.length > 0, others.length > 0, isForm === true];
  return PERSON_DOUBTS.filter((_, nth) => had[nth]);
}
