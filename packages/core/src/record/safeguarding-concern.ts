/**
 * A worry that somebody is being, or may be, harmed. It comes first: nothing blocks it, and a bare sentence is enough.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Narrative, PlainDate } from '../shared/primitives.js';
import { ConcernAddition, CRIME_FIELDS, riskNow, TOLD_FIELDS } from './concern-addition.js';
import { crimeOwedAt } from './concern-crime.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

const Fields = v.strictObject({
  id: ownId(),
  subjectId: v.optional(refersTo('subject', 'Subject')),
  what: field(Narrative, {
    label: 'What is the concern?',
    called: 'what the concern is',
    hint: 'What was seen or said, by whom, in their words where you can',
    input: 'narrative',
    sensitivity: 'special',
  }),
  /** Absent until somebody says how serious it is, which is not the answer that it is not known. */
  riskNow: v.optional(riskNow),
  told: field(v.array(codeList('safeguarding-told')), {
    label: 'Who has been told?',
    called: 'who has been told',
    none: 'nobody-yet',
  }),
  ...TOLD_FIELDS,
  /** Absent until somebody says. */
  parentTold: v.optional(
    field(v.picklist(['yes', 'no', 'not-known'], 'Select whether the parent or carer was told'), {
      label: 'Has the parent or carer been told?',
      called: 'whether the parent or carer has been told',
      input: 'choice',
    }),
  ),
  whyParentNotTold: v.optional(
    field(Narrative, {
      label: 'Why not',
      called: 'why the parent or carer was not told',
      input: 'narrative',
      sensitivity: 'special',
    }),
  ),
  ...CRIME_FIELDS,
  /** Earliest first. */
  additions: v.optional(
    field(v.array(ConcernAddition), {
      label: 'Added since',
      sensitivity: 'special',
      set: 'by-toolkit',
    }),
  ),
  /** Absent until one is set: the review is then counted from the day somebody was informed. */
  reviewOn: v.optional(
    field(PlainDate, {
      label: 'Next review',
      called: 'the date of the next review',
      input: 'date',
      horizon: 'review',
    }),
  ),
  /** Absent while it is open. */
  closedOn: v.optional(
    field(PlainDate, {
      label: 'Closed on',
      called: 'the date it was closed',
      input: 'date',
      hasCome: true,
    }),
  ),
  closedWhy: v.optional(
    field(Narrative, {
      label: 'Why it is closed',
      called: 'why it is closed',
      hint: 'What happened, and who agreed that nothing more needs to be done',
      input: 'narrative',
      sensitivity: 'special',
    }),
  ),
});

/** The sentence for a concern that would be closed without the reference of a crime. */
export const CRIME_OPEN =
  'A crime was disclosed, and its reference is missing. Add it, or say that there is no crime to record, before you close the concern.';

/** True if somebody was informed, at first or later. */
export function isConcernTold({
  told,
  additions = [],
}: {
  readonly told: readonly string[];
  readonly additions?: readonly Pick<ConcernAddition, 'told'>[] | undefined;
}): boolean {
  const codes = [...told, ...additions.flatMap((each) => each.told ?? [])];
  return codes.some((code) => code !== 'nobody-yet');
}

/**
 * A concern closes only once somebody was informed of it, with a reason, and with the reference of any crime that was
 * disclosed.
 */
export const SafeguardingConcern = v.pipe(
  Fields,
  v.forward(
    v.partialCheck(
      [['told'], ['additions'], ['closedOn']],
      (concern) => concern.closedOn === undefined || isConcernTold(concern),
      'Nobody is recorded as told about this concern. Say who was told before you close it.',
    ),
    ['closedOn'],
  ),
  v.forward(
    v.partialCheck(
      [['closedOn'], ['closedWhy']],
      ({ closedOn, closedWhy }) => closedOn === undefined || closedWhy !== undefined,
      'Enter why it is closed',
    ),
    ['closedWhy'],
  ),
  v.forward(
    v.partialCheck(
      [['crimeDisclosed'], ['crimeRecorded'], ['crimeReference'], ['additions'], ['closedOn']],
      (concern) =>
        concern.closedOn === undefined ||
        crimeOwedAt([concern, ...(concern.additions ?? [])]) === undefined,
      CRIME_OPEN,
    ),
    ['closedOn'],
  ),
);
export type SafeguardingConcern = v.InferOutput<typeof SafeguardingConcern>;
