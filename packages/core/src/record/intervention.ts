/**
 * An intervention is one contact with a subject, intended to divert them from cyber-dependent crime. It is logged after
 * the event and never edited: a later entry may correct it.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate, type RecordId } from '../shared/primitives.js';
import { forceArea, localAuthority } from './dated-area.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const Intervention = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  /** Checks the shape and names the list; `codeInForce` checks the day, with the lists passed in. */
  kind: field(codeList('intervention-kind'), { label: 'Kind of intervention' }),
  /** The civil day of the contact, at its place. */
  heldOn: field(PlainDate, { label: 'Date of contact', input: 'date', hasCome: true }),
  mode: field(codeList('intervention-mode'), { label: 'How', called: 'how the contact was made' }),
  /** Contact time in whole minutes; travel and writing up excluded. */
  minutes: field(
    v.pipe(
      v.number('Enter the contact time in minutes'),
      v.integer('Enter whole minutes'),
      v.minValue(1, 'Enter at least 1 minute'),
      v.maxValue(1440, 'Enter 1,440 minutes or fewer'),
    ),
    { label: 'Contact time in minutes', hint: 'Without travel and writing up' },
  ),
  place: v.optional(field(Line, { label: 'Place', sensitivity: 'personal' })),
  /** The area of the place, which need not be the one that the person lives in. */
  forceArea,
  localAuthority,
  present: v.optional(
    field(Line, {
      label: 'Who else was present',
      hint: 'For example a parent, a carer or a teacher, and who they are to the young person',
      sensitivity: 'personal',
    }),
  ),
  appropriateAdult: v.optional(
    field(Line, {
      label: 'Appropriate adult',
      called: 'an appropriate adult',
      hint: 'Only if they acted as appropriate adult. A parent or supporter is not one just by being there',
      sensitivity: 'personal',
    }),
  ),
  /** Officers other than the one who logs it. */
  officers: v.optional(
    field(Line, {
      label: 'Other officers there',
      hint: 'Name and number',
      sensitivity: 'personal',
    }),
  ),
  material: v.optional(
    field(Line, { label: 'Material that was used', hint: 'What it is called, and its version' }),
  ),
  outcome: field(codeList('intervention-outcome'), { label: 'Outcome' }),
  /** The words of an admission are on a stop card and nowhere else. */
  admission: v.optional(
    field(codeList('admission-made'), {
      label: 'Was an offence admitted?',
      called: 'whether an offence was admitted',
    }),
  ),
  response: v.optional(
    field(Narrative, {
      label: 'How the young person took it',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
  note: v.optional(
    field(Narrative, {
      label: 'What happened',
      hint: 'If an offence is admitted, stop and open a stop card',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
  nextAction: v.optional(
    field(Line, { label: 'What happens next', hint: 'And who does it', sensitivity: 'personal' }),
  ),
  followUpDueOn: v.optional(
    field(PlainDate, {
      label: 'Follow-up due',
      called: 'the date the follow-up is due',
      input: 'date',
      horizon: 'follow-up',
    }),
  ),
  /** The entry that this follows up. An entry held on or after the follow-up day counts without this. */
  followsUp: v.optional(
    refersTo('intervention', 'Follow-up of', 'the contact that this follows up'),
  ),
  /** Set where it was logged straight from a referral: if that turns out to be somebody else’s, it goes with it. */
  loggedFrom: v.optional(refersTo('referral', 'Logged from', 'the referral behind this contact')),
  /** Set when this entry replaces an earlier one. */
  corrects: v.optional(refersTo('intervention', 'Corrects', 'the contact that this corrects')),
});
export type Intervention = v.InferOutput<typeof Intervention>;

/**
 * Drops entries that a later entry corrects.
 *
 * @param log - every entry for one subject, in any order
 * @returns the current entries, in the order given
 * @throws {RangeError} when a correction names an entry that is not in `log`
 */
export function standing(log: readonly Intervention[]): Intervention[] {
  const ids = new Set(log.map((entry) => entry.id));
  const corrected = new Set<RecordId>();
  for (const { id, corrects } of log) {
    if (corrects === undefined) continue;
    if (!ids.has(corrects))
      throw new RangeError(`Intervention ${id} corrects ${corrects}, which is not in the log`);
    corrected.add(corrects);
  }
  return log.filter((entry) => !corrected.has(entry.id));
}
