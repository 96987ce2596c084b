/**
 * A worry that somebody is being, or may be, harmed. It comes first: nothing blocks it, and a bare sentence is enough.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Instant, Line, Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

const riskNow = field(codeList('risk-now'), {
  label: 'How serious is the risk now?',
  called: 'how serious the risk is now',
});
const toldWhom = v.optional(field(Line, { label: 'Name or team told', sensitivity: 'personal' }));
const toldAt = v.optional(
  field(Instant, {
    label: 'When',
    called: 'the date and time they were told',
    input: 'date-time',
  }),
);
const toldHow = v.optional(
  field(Line, { label: 'How', called: 'how they were told', hint: 'For example by telephone' }),
);
const reference = v.optional(field(Line, { label: 'Their reference' }));

/** Later information. It is added to the first account, and never overwrites it. */
export const ConcernAddition = v.strictObject({
  addedAt: field(Instant, { label: 'Added', input: 'date-time', set: 'by-toolkit' }),
  what: v.optional(
    field(Narrative, {
      label: 'What has happened or been said since',
      called: 'what has happened or been said since',
      hint: 'By whom, in their words where you can',
      input: 'narrative',
      sensitivity: 'special',
    }),
  ),
  riskNow: v.optional(riskNow),
  told: v.optional(
    field(v.array(codeList('safeguarding-told')), {
      label: 'Who else has been told',
      called: 'who else has been told',
    }),
  ),
  toldWhom,
  toldAt,
  toldHow,
  reference,
});
export type ConcernAddition = v.InferOutput<typeof ConcernAddition>;

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
  riskNow,
  told: field(v.array(codeList('safeguarding-told')), {
    label: 'Who has been told?',
    called: 'who has been told',
    none: 'nobody-yet',
  }),
  toldWhom,
  toldAt,
  toldHow,
  reference,
  parentTold: field(
    v.picklist(['yes', 'no', 'not-known'], 'Select whether the parent or carer was told'),
    {
      label: 'Has the parent or carer been told?',
      called: 'whether the parent or carer has been told',
      input: 'choice',
    },
  ),
  whyParentNotTold: v.optional(
    field(Narrative, {
      label: 'Why not',
      called: 'why the parent or carer was not told',
      input: 'narrative',
      sensitivity: 'special',
    }),
  ),
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
    }),
  ),
  /** Absent while it is open. */
  closedOn: v.optional(
    field(PlainDate, { label: 'Closed on', called: 'the date it was closed', input: 'date' }),
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

/** A concern closes only once somebody was informed of it, and with a reason. */
export const SafeguardingConcern = v.pipe(
  Fields,
  v.forward(
    v.partialCheck(
      [['told'], ['additions'], ['closedOn']],
      (concern) => concern.closedOn === undefined || isConcernTold(concern),
      'Nobody has been told of this concern. Tell somebody before it is closed.',
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
);
export type SafeguardingConcern = v.InferOutput<typeof SafeguardingConcern>;
