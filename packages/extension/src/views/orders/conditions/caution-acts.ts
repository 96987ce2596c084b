/** Acts on cautions and orders, their conditions and the evidence on them. */
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
import { askedOf } from '../../../components/asked-of.js';
import { asText, type FormValues } from '../../../components/form-values.js';
import { type Act, recordById, requireHeld } from '../../act/act.js';
import { isTold, toldNeeds, WAS_TOLD } from '../../act/was-told.js';
import { EVIDENCE, useBreach, useCertifying, useConditionWords } from './condition-extra.js';
import { useOrderFacts } from './order-facts.js';

const isGiven = (values: FormValues) =>
  asText(values.answer) !== '' && values.answer !== 'not-given';
const isNotKept = (values: FormValues) => values.shows === 'not-kept';
const isBreachTold = (values: FormValues) => isNotKept(values) && isTold(values);
const isOffered = (values: FormValues) => asText(values.interview) !== '';

const answer: Act<'order'> = {
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
  useExtra: useOrderFacts,
  act: (values, { held, context, ...task }) =>
    answerAdvice(requireHeld(held), values, { ...context, ...task }),
};

const end: Act<'order'> = {
  kind: 'order',
  only: ['ended', 'endedOn'],
  needed: ['ended', 'endedOn'],
  title: 'conditions.end',
  said: 'conditions.end.said',
  section: 'conditions',
  on: 'change',
  todayAt: ['endedOn'],
  useExtra: useOrderFacts,
  act: (values, { held, context, ...task }) =>
    endOrder(requireHeld(held), values, { ...context, ...task }),
};

const propose: Act<'order'> = {
  kind: 'order',
  only: ['proposedOutcome', 'proposedOn'],
  needed: ['proposedOutcome', 'proposedOn'],
  title: 'conditions.propose',
  said: 'conditions.propose.said',
  note: 'conditions.propose.note',
  section: 'conditions',
  on: 'change',
  todayAt: ['proposedOn'],
  useExtra: useOrderFacts,
  act: (values, { held, context, ...task }) =>
    proposeOutcome(requireHeld(held), values, { ...context, ...task }),
};

const outcome: Act<'order'> = {
  kind: 'order',
  only: ['outcome', 'outcomeOn', 'outcomeBy'],
  needed: ['outcome', 'outcomeOn', 'outcomeBy'],
  title: 'conditions.outcome',
  said: 'conditions.outcome.said',
  note: 'conditions.outcome.note',
  section: 'conditions',
  on: 'change',
  todayAt: ['outcomeOn'],
  useExtra: useOrderFacts,
  act: (values, { held, context, ...task }) =>
    recordOutcome(requireHeld(held), values, { ...context, ...task }),
};

const interview: Act<'order'> = {
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
  useExtra: useOrderFacts,
  act: (values, { held, context }) => noteInterview(requireHeld(held), values, context),
};

const CERTIFICATE = ['certifiedOn', 'certifiedBy'] as const;
const TAKEN_OUT = ['takenOutOn', 'takenOutWhy'] as const;

const condition: Act<'condition'> = {
  kind: 'condition',
  only: askedOf('condition', { first: ['words'], without: [...CERTIFICATE, ...TAKEN_OUT] }),
  title: 'conditions.add',
  submit: 'conditions.add.save',
  said: 'conditions.add.said',
  section: 'conditions',
  useExtra: useOrderFacts,
  act: (values, { parent, records, context }) =>
    addCondition(values, { ...context, order: recordById({ records }, 'order', parent?.id) }),
};

const evidence: Act<'conditionEvidence'> = {
  kind: 'conditionEvidence',
  only: askedOf('conditionEvidence', {
    first: ['shows', 'what', 'source', 'statement', 'notedOn', 'happenedOn'],
  }),
  needed: (values) => (isNotKept(values) ? toldNeeds(values) : []),
  title: 'conditions.evidence',
  submit: 'conditions.evidence.save',
  said: 'conditions.evidence.said',
  section: 'conditions',
  todayAt: ['notedOn'],
  shownWhen: { explanation: isNotKept, toldOn: isBreachTold, toldWhom: isBreachTold },
  also: [WAS_TOLD],
  useExtra: useBreach,
  act: (values, { parent, records, context }) => {
    const held = recordById({ records }, 'condition', parent?.id);
    const order = recordById({ records }, 'order', held?.value.orderId);
    return addEvidence(values, { ...context, condition: held, order });
  },
};

const certify: Act<'condition'> = {
  kind: 'condition',
  only: CERTIFICATE,
  needed: CERTIFICATE,
  title: 'conditions.certify.title',
  said: 'conditions.certify.said',
  note: 'conditions.certify.note',
  section: 'conditions',
  on: 'change',
  todayAt: ['certifiedOn'],
  also: [EVIDENCE],
  useExtra: useCertifying,
  act: (values, { held, records, context }) =>
    certifyCondition(requireHeld(held), values, {
      ...context,
      records,
      order: recordById({ records }, 'order', requireHeld(held).value.orderId),
    }),
};

const takeOut: Act<'condition'> = {
  kind: 'condition',
  only: TAKEN_OUT,
  needed: TAKEN_OUT,
  title: 'conditions.take-out',
  said: 'conditions.take-out.said',
  section: 'conditions',
  on: 'change',
  todayAt: ['takenOutOn'],
  useExtra: useConditionWords,
  act: (values, { held, records, context }) =>
    takeOutCondition(requireHeld(held), values, {
      ...context,
      order: recordById({ records }, 'order', requireHeld(held).value.orderId),
    }),
};

const tell: Act<'conditionEvidence'> = {
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

const evidenceCorrected: Act<'conditionEvidence'> = {
  ...evidence,
  // The person informed and the day are required together.
  needed: ({ toldOn, toldWhom }) =>
    [toldOn, toldWhom].some((each) => asText(each).trim()) ? ['toldOn', 'toldWhom'] : [],
  shownWhen: { explanation: isNotKept, toldOn: isNotKept, toldWhom: isNotKept },
  also: [],
  useExtra: useOrderFacts,
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

export const CAUTION_ACTS = {
  'answer-advice': answer,
  'end-order': end,
  'propose-outcome': propose,
  'record-outcome': outcome,
  'offer-interview': interview,
  'add-condition': condition,
  'add-evidence': evidence,
  'correct-evidence': evidenceCorrected,
  'certify-condition': certify,
  'take-out-condition': takeOut,
  'tell-of-condition': tell,
} as const;
