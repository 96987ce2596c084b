/** Forms of cautions, conditions and work with other agencies: what each asks for, and the act that it is for. */
import {
  addCondition,
  addEvidence,
  answerAdvice,
  arrangePanel,
  beginMonitoring,
  type CaseCommit,
  type CaseContext,
  certifyCondition,
  endMonitoring,
  endOrder,
  holdPanel,
  logAgencyContact,
  noteInterview,
  proposeOutcome,
  type RecordKind,
  type RecordOf,
  type Result,
  recordCheck,
  recordOutcome,
  type StoredRecord,
  takeOutCondition,
  tellOfCondition,
} from '@cyber-prevent/core';
import { asText, type FormValues, type ShownWhen } from '../../components/form-values.js';
import type { PlainKey } from '../../locales/late.js';

export interface WorkTask<K extends RecordKind> {
  readonly context: CaseContext;
  readonly subject: StoredRecord<'subject'>;
  /** Everything held of the subject. */
  readonly records: readonly StoredRecord[];
  /** What is changed; absent for a new record. */
  readonly held: StoredRecord<K> | undefined;
  /** The record that a new one is part of. */
  readonly parent: StoredRecord | undefined;
}

export interface WorkForm<K extends RecordKind> {
  readonly kind: K;
  readonly only: readonly string[];
  /** Fields that a record may lack, and this form does not. */
  readonly needed?: readonly string[];
  readonly title: PlainKey;
  /** What the officer should know before they begin. */
  readonly note?: PlainKey;
  readonly section: 'conditions' | 'agencies';
  /** `change`: the record that the route names is changed; else it is what a new record is part of, if anything. */
  readonly on?: 'change';
  /** Dates that start as today. */
  readonly todayAt?: readonly string[];
  readonly shownWhen?: ShownWhen;
  act(values: Partial<RecordOf<K>>, task: WorkTask<K>): Result<CaseCommit>;
}

/** A form that changes what is held has it: the view sees to that. */
function of<K extends RecordKind>(held: StoredRecord<K> | undefined): StoredRecord<K> {
  if (!held) throw new Error('There is nothing to change');
  return held;
}

function one<K extends RecordKind>(
  { records }: Pick<WorkTask<K>, 'records'>,
  kind: K,
  id: string | undefined,
): StoredRecord<K> | undefined {
  return records.find(
    (record): record is StoredRecord<K> => record.kind === kind && record.id === id,
  );
}

const isGiven = (values: FormValues) =>
  asText(values.answer) !== '' && values.answer !== 'not-given';
const isNotKept = (values: FormValues) => values.shows === 'not-kept';
const isOffered = (values: FormValues) => asText(values.interview) !== '';

const answer: WorkForm<'order'> = {
  kind: 'order',
  only: ['answer', 'answeredOn', 'givenOn', 'givenBy', 'endsOn'],
  needed: ['answer', 'answeredOn', 'givenOn', 'givenBy'],
  title: 'conditions.answer',
  note: 'conditions.answer.note',
  section: 'conditions',
  on: 'change',
  todayAt: ['answeredOn', 'givenOn'],
  shownWhen: { givenOn: isGiven, givenBy: isGiven, endsOn: isGiven },
  act: (values, { held, context, ...task }) =>
    answerAdvice(of(held), values, { ...context, ...task }),
};

const end: WorkForm<'order'> = {
  kind: 'order',
  only: ['ended', 'endedOn'],
  needed: ['ended', 'endedOn'],
  title: 'conditions.end',
  section: 'conditions',
  on: 'change',
  todayAt: ['endedOn'],
  act: (values, { held, context, ...task }) => endOrder(of(held), values, { ...context, ...task }),
};

const propose: WorkForm<'order'> = {
  kind: 'order',
  only: ['proposedOutcome', 'proposedOn'],
  needed: ['proposedOutcome', 'proposedOn'],
  title: 'conditions.propose',
  note: 'conditions.propose.note',
  section: 'conditions',
  on: 'change',
  todayAt: ['proposedOn'],
  act: (values, { held, context, ...task }) =>
    proposeOutcome(of(held), values, { ...context, ...task }),
};

const outcome: WorkForm<'order'> = {
  kind: 'order',
  only: ['outcome', 'outcomeOn', 'outcomeBy'],
  needed: ['outcome', 'outcomeOn', 'outcomeBy'],
  title: 'conditions.outcome',
  note: 'conditions.outcome.note',
  section: 'conditions',
  on: 'change',
  todayAt: ['outcomeOn'],
  act: (values, { held, context, ...task }) =>
    recordOutcome(of(held), values, { ...context, ...task }),
};

const interview: WorkForm<'order'> = {
  kind: 'order',
  only: ['interview', 'interviewOn', 'interviewWhy'],
  needed: ['interview', 'interviewOn'],
  title: 'conditions.interview',
  section: 'conditions',
  on: 'change',
  todayAt: ['interviewOn'],
  shownWhen: { interviewWhy: isOffered },
  act: (values, { held, context }) => noteInterview(of(held), values, context),
};

const condition: WorkForm<'condition'> = {
  kind: 'condition',
  only: ['words', 'aim', 'shownBy', 'timing', 'dueOn'],
  title: 'conditions.add',
  section: 'conditions',
  act: (values, { parent, records, context }) =>
    addCondition(values, { ...context, order: one({ records }, 'order', parent?.id) }),
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
  title: 'conditions.evidence',
  section: 'conditions',
  todayAt: ['notedOn'],
  shownWhen: { explanation: isNotKept, toldOn: isNotKept, toldWhom: isNotKept },
  act: (values, { parent, records, context }) => {
    const held = one({ records }, 'condition', parent?.id);
    const order = one({ records }, 'order', held?.value.orderId);
    return addEvidence(values, { ...context, condition: held, order });
  },
};

const certify: WorkForm<'condition'> = {
  kind: 'condition',
  only: ['certifiedOn', 'certifiedBy'],
  needed: ['certifiedOn', 'certifiedBy'],
  title: 'conditions.certify',
  note: 'conditions.certify.note',
  section: 'conditions',
  on: 'change',
  todayAt: ['certifiedOn'],
  act: (values, { held, records, context }) =>
    certifyCondition(of(held), values, {
      ...context,
      records,
      order: one({ records }, 'order', of(held).value.orderId),
    }),
};

const takeOut: WorkForm<'condition'> = {
  kind: 'condition',
  only: ['takenOutOn', 'takenOutWhy'],
  needed: ['takenOutOn', 'takenOutWhy'],
  title: 'conditions.take-out',
  section: 'conditions',
  on: 'change',
  todayAt: ['takenOutOn'],
  act: (values, { held, records, context }) =>
    takeOutCondition(of(held), values, {
      ...context,
      order: one({ records }, 'order', of(held).value.orderId),
    }),
};

const tell: WorkForm<'conditionEvidence'> = {
  kind: 'conditionEvidence',
  only: ['toldOn', 'toldWhom'],
  needed: ['toldOn', 'toldWhom'],
  title: 'conditions.tell',
  section: 'conditions',
  on: 'change',
  todayAt: ['toldOn'],
  act: (values, { held, context }) => tellOfCondition(of(held), values, context),
};

const contact: WorkForm<'agencyContact'> = {
  kind: 'agencyContact',
  only: [
    'agency',
    'who',
    'contactOn',
    'means',
    'about',
    'gateway',
    'gatewayNote',
    'shared',
    'told',
    'statement',
    'reference',
    'nextOn',
  ],
  title: 'agencies.contact',
  note: 'agencies.contact.note',
  section: 'agencies',
  todayAt: ['contactOn'],
  shownWhen: {
    statement: (values) => asText(values.told).trim() !== '',
    shared: (values) => values.gateway !== 'nothing-shared',
  },
  act: (values, { parent, context, ...task }) =>
    logAgencyContact(
      { ...values, ...(parent ? { followsUp: parent.id } : {}) },
      { ...context, ...task },
    ),
};

const monitoring: WorkForm<'monitoring'> = {
  kind: 'monitoring',
  only: ['tier', 'why', 'from', 'checksFrom'],
  title: 'agencies.monitoring',
  note: 'agencies.monitoring.note',
  section: 'agencies',
  todayAt: ['from'],
  act: (values, { context, ...task }) => beginMonitoring(values, { ...context, ...task }),
};

const endOfMonitoring: WorkForm<'monitoring'> = {
  kind: 'monitoring',
  only: ['endedOn', 'endedWhy'],
  needed: ['endedOn', 'endedWhy'],
  title: 'agencies.monitoring.end',
  section: 'agencies',
  on: 'change',
  todayAt: ['endedOn'],
  act: (values, { held, context }) => endMonitoring(of(held), values, context),
};

const check: WorkForm<'offendingCheck'> = {
  kind: 'offendingCheck',
  only: ['point', 'checkedOn', 'checkedBy', 'system', 'result', 'note'],
  title: 'agencies.check',
  note: 'agencies.check.note',
  section: 'agencies',
  todayAt: ['checkedOn'],
  act: (values, { context, subject }) => recordCheck(values, { ...context, subject }),
};

const panel: WorkForm<'panel'> = {
  kind: 'panel',
  only: ['panel', 'meetsOn', 'gateway', 'agenda', 'papers'],
  title: 'agencies.panel',
  note: 'agencies.panel.note',
  section: 'agencies',
  act: (values, { context, subject }) => arrangePanel(values, { ...context, subject }),
};

const panelHeld: WorkForm<'panel'> = {
  kind: 'panel',
  only: ['came', 'cameTo', 'gateway', 'agenda', 'papers', 'actions'],
  needed: ['cameTo'],
  title: 'agencies.panel.held',
  section: 'agencies',
  on: 'change',
  act: (values, { held, context }) => holdPanel(of(held), values, context),
};

export const WORK_FORMS = {
  answer,
  end,
  propose,
  outcome,
  interview,
  condition,
  evidence,
  certify,
  'take-out': takeOut,
  tell,
  contact,
  monitoring,
  'monitoring-end': endOfMonitoring,
  check,
  panel,
  'panel-held': panelHeld,
} as const;
