/** Forms of cautions and orders, their conditions and the evidence on them. */
import {
  addCondition,
  addEvidence,
  answerAdvice,
  certifyCondition,
  correctEvidence,
  endOrder,
  noteInterview,
  proposeOutcome,
  recordOutcome,
  takeOutCondition,
  tellOfCondition,
} from '@cyber-prevent/core';
import { asText, type FormValues } from '../../../components/form-values.js';
import { recordById, requireHeld, type WorkForm } from '../../act/act.js';

const isGiven = (values: FormValues) =>
  asText(values.answer) !== '' && values.answer !== 'not-given';
const isNotKept = (values: FormValues) => values.shows === 'not-kept';
const isOffered = (values: FormValues) => asText(values.interview) !== '';

const answer: WorkForm<'order'> = {
  kind: 'order',
  only: ['answer', 'answeredOn', 'givenOn', 'givenBy', 'endsOn'],
  needed: ['answer', 'answeredOn', 'givenOn', 'givenBy'],
  title: 'conditions.answer',
  said: 'conditions.answer.said',
  note: 'conditions.answer.note',
  section: 'conditions',
  on: 'change',
  todayAt: ['answeredOn', 'givenOn'],
  shownWhen: { givenOn: isGiven, givenBy: isGiven, endsOn: isGiven },
  act: (values, { held, context, ...task }) =>
    answerAdvice(requireHeld(held), values, { ...context, ...task }),
};

const end: WorkForm<'order'> = {
  kind: 'order',
  only: ['ended', 'endedOn'],
  needed: ['ended', 'endedOn'],
  title: 'conditions.end',
  said: 'conditions.end.said',
  section: 'conditions',
  on: 'change',
  todayAt: ['endedOn'],
  act: (values, { held, context, ...task }) =>
    endOrder(requireHeld(held), values, { ...context, ...task }),
};

const propose: WorkForm<'order'> = {
  kind: 'order',
  only: ['proposedOutcome', 'proposedOn'],
  needed: ['proposedOutcome', 'proposedOn'],
  title: 'conditions.propose',
  said: 'conditions.propose.said',
  note: 'conditions.propose.note',
  section: 'conditions',
  on: 'change',
  todayAt: ['proposedOn'],
  act: (values, { held, context, ...task }) =>
    proposeOutcome(requireHeld(held), values, { ...context, ...task }),
};

const outcome: WorkForm<'order'> = {
  kind: 'order',
  only: ['outcome', 'outcomeOn', 'outcomeBy'],
  needed: ['outcome', 'outcomeOn', 'outcomeBy'],
  title: 'conditions.outcome',
  said: 'conditions.outcome.said',
  note: 'conditions.outcome.note',
  section: 'conditions',
  on: 'change',
  todayAt: ['outcomeOn'],
  act: (values, { held, context, ...task }) =>
    recordOutcome(requireHeld(held), values, { ...context, ...task }),
};

const interview: WorkForm<'order'> = {
  kind: 'order',
  only: ['interview', 'interviewOn', 'interviewWhy'],
  needed: ({ interview: said }) => [
    'interview',
    'interviewOn',
    ...(said === 'not-offered' ? ['interviewWhy'] : []),
  ],
  title: 'conditions.interview',
  said: 'conditions.interview.said',
  section: 'conditions',
  on: 'change',
  todayAt: ['interviewOn'],
  shownWhen: { interviewWhy: isOffered },
  act: (values, { held, context }) => noteInterview(requireHeld(held), values, context),
};

const condition: WorkForm<'condition'> = {
  kind: 'condition',
  only: ['words', 'aim', 'shownBy', 'timing', 'dueOn'],
  title: 'conditions.add',
  said: 'conditions.add.said',
  section: 'conditions',
  act: (values, { parent, records, context }) =>
    addCondition(values, { ...context, order: recordById({ records }, 'order', parent?.id) }),
};

const evidence: WorkForm<'conditionEvidence'> = {
  kind: 'conditionEvidence',
  only: [
    'shows',
    'what',
    'source',
    'statement',
    'notedOn',
    'happenedOn',
    'explanation',
    'toldOn',
    'toldWhom',
  ],
  // The person informed and the day are required together.
  needed: ({ toldOn, toldWhom }) =>
    [toldOn, toldWhom].some((each) => asText(each).trim()) ? ['toldOn', 'toldWhom'] : [],
  title: 'conditions.evidence',
  said: 'conditions.evidence.said',
  section: 'conditions',
  todayAt: ['notedOn'],
  shownWhen: { explanation: isNotKept, toldOn: isNotKept, toldWhom: isNotKept },
  act: (values, { parent, records, context }) => {
    const held = recordById({ records }, 'condition', parent?.id);
    const order = recordById({ records }, 'order', held?.value.orderId);
    return addEvidence(values, { ...context, condition: held, order });
  },
};

const certify: WorkForm<'condition'> = {
  kind: 'condition',
  only: ['certifiedOn', 'certifiedBy'],
  needed: ['certifiedOn', 'certifiedBy'],
  title: 'conditions.certify.title',
  said: 'conditions.certify.said',
  note: 'conditions.certify.note',
  section: 'conditions',
  on: 'change',
  todayAt: ['certifiedOn'],
  act: (values, { held, records, context }) =>
    certifyCondition(requireHeld(held), values, {
      ...context,
      records,
      order: recordById({ records }, 'order', requireHeld(held).value.orderId),
    }),
};

const takeOut: WorkForm<'condition'> = {
  kind: 'condition',
  only: ['takenOutOn', 'takenOutWhy'],
  needed: ['takenOutOn', 'takenOutWhy'],
  title: 'conditions.take-out',
  said: 'conditions.take-out.said',
  section: 'conditions',
  on: 'change',
  todayAt: ['takenOutOn'],
  act: (values, { held, records, context }) =>
    takeOutCondition(requireHeld(held), values, {
      ...context,
      order: recordById({ records }, 'order', requireHeld(held).value.orderId),
    }),
};

const tell: WorkForm<'conditionEvidence'> = {
  kind: 'conditionEvidence',
  only: ['toldOn', 'toldWhom'],
  needed: ['toldOn', 'toldWhom'],
  title: 'conditions.tell',
  said: 'conditions.tell.said',
  section: 'conditions',
  on: 'change',
  todayAt: ['toldOn'],
  act: (values, { held, context }) => tellOfCondition(requireHeld(held), values, context),
};

const evidenceCorrected: WorkForm<'conditionEvidence'> = {
  ...evidence,
  title: 'conditions.evidence.correct',
  said: 'conditions.evidence.correct.said',
  on: 'change',
  todayAt: [],
  act: (values, { held, records, context }) => {
    const condition = recordById({ records }, 'condition', requireHeld(held).value.conditionId);
    const order = recordById({ records }, 'order', condition?.value.orderId);
    return correctEvidence(requireHeld(held), values, { ...context, condition, order });
  },
};

export const CAUTION_FORMS = {
  answer,
  end,
  propose,
  outcome,
  interview,
  condition,
  evidence,
  'evidence-correct': evidenceCorrected,
  certify,
  'take-out': takeOut,
  tell,
} as const;
