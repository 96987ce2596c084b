/** Acts on suspected offences that are a form of the record. */
import {
  CORRECTED_OF_OFFENCE,
  correctOffence,
  correctStanding,
  fieldsOf,
  keepAsBehaviour,
  OFFENCE_FIELDS,
  type OffenceInput,
  offenceFromReferral,
  recordOffence,
  recordStanding,
  STANDING_FIELDS,
  type StandingInput,
  type StoredRecord,
  withdrawOffence,
} from '@cyber-prevent/core';
import { asText, type FormValues } from '../../../components/form-values.js';
import { type Act, requireHeld, type ShownTask } from '../../act/act.js';
import type { ActContext } from '../../act/act-context.js';
import { namedOffence } from '../named-record.js';
import { ageLeft } from './age-left.js';
import { offenceShown, offenceValues, useOffenceAge } from './offence-asked.js';
import { useReferralWords, wordsChosen } from './referral-words.js';
import { placeOfStanding, useStandingChoice, WHICH_STANDING } from './standing-choice.js';

const FIELDS = fieldsOf('offence');
const STANDING = FIELDS.find(({ name }) => name === 'standings')?.fields ?? [];
const hasStatus = ({ status }: FormValues) => asText(status) !== '';

function shownTask(
  { host }: ActContext,
  subject: StoredRecord<'subject'>,
  named: StoredRecord | undefined,
): ShownTask {
  return { subject, named, today: host.clock.today() };
}

const record: Act<'offence'> = {
  kind: 'offence',
  from: [...FIELDS, ...STANDING],
  only: [...OFFENCE_FIELDS, ...STANDING_FIELDS],
  optional: ['status'],
  leaves: ageLeft,
  labels: { section: 'offence.section-or-none', withoutSection: 'offence.section-or-none.why' },
  title: 'offence.add',
  submit: 'offence.save',
  said: 'offence.add.said',
  section: 'offences',
  aboutPerson: { label: 'offence.add', place: 145 },
  shownWhen: offenceShown,
  useExtra: useOffenceAge,
  asksTold: true,
  act: (values, { told, context, subject, parent, typed }) =>
    recordOffence(
      offenceValues(values as OffenceInput, typed, shownTask(context, subject, parent)),
      told,
      { ...context, subject },
    ),
};

const name: Act<'offence'> = {
  kind: 'offence',
  from: [...FIELDS, ...STANDING],
  only: [...OFFENCE_FIELDS.filter((each) => each !== 'asRead'), ...STANDING_FIELDS],
  optional: ['status'],
  leaves: ageLeft,
  labels: { section: 'offence.section-or-none', withoutSection: 'offence.section-or-none.why' },
  title: 'offence.name',
  submit: 'offence.save',
  said: 'offence.name.said',
  section: 'offences',
  shownWhen: offenceShown,
  useExtra: (task) => ({ ...useReferralWords(task), ...useOffenceAge(task) }),
  act: (values, { context, subject, records, parent, typed }) =>
    offenceFromReferral(
      wordsChosen(parent, records, typed),
      offenceValues(values as OffenceInput, typed, shownTask(context, subject, parent)),
      { ...context, subject },
    ),
};

const correct: Act<'offence'> = {
  kind: 'offence',
  only: CORRECTED_OF_OFFENCE,
  leaves: ageLeft,
  namedAs: namedOffence,
  labels: { section: 'offence.section-or-none', withoutSection: 'offence.section-or-none.why' },
  title: 'offence.correct',
  said: 'offence.correct.said',
  section: 'offences',
  on: 'change',
  shownWhen: offenceShown,
  useExtra: useOffenceAge,
  asksTold: true,
  act: (values, { held, told, context, subject, typed }) => {
    const task = shownTask(context, subject, requireHeld(held));
    const said = offenceValues(values, typed, task);
    return correctOffence(requireHeld(held), said, told, { ...context, subject });
  },
};

const status: Act<'offence'> = {
  kind: 'offence',
  from: STANDING,
  only: STANDING_FIELDS,
  namedAs: namedOffence,
  title: 'offence.status.add',
  said: 'offence.status.add.said',
  section: 'offences',
  on: 'change',
  asksTold: true,
  act: (values, { held, told, context, subject }) =>
    recordStanding(requireHeld(held), values as StandingInput, told, { ...context, subject }),
};

const correctStatus: Act<'offence'> = {
  kind: 'offence',
  from: STANDING,
  only: ['wrongWhy', ...STANDING_FIELDS],
  needed: ['wrongWhy'],
  optional: ['status'],
  namedAs: namedOffence,
  labels: { wrongWhy: 'offence.status.why', status: 'offence.status.right' },
  title: 'offence.status.correct',
  said: 'offence.status.correct.said',
  section: 'offences',
  on: 'change',
  shownWhen: { on: hasStatus, reference: hasStatus },
  also: [WHICH_STANDING],
  useExtra: useStandingChoice,
  asksTold: true,
  act: (values, { held, told, context, subject, typed }) => {
    const { wrongWhy, ...next } = values as StandingInput & { readonly wrongWhy?: string };
    const chosen = { place: placeOfStanding(typed), why: wrongWhy, ...next };
    return correctStanding(requireHeld(held), chosen, told, { ...context, subject });
  },
};

const behaviour: Act<'offence'> = {
  kind: 'offence',
  from: STANDING,
  only: ['wrongWhy'],
  needed: ['wrongWhy'],
  namedAs: namedOffence,
  labels: { wrongWhy: 'offence.behaviour.why' },
  title: 'offence.behaviour',
  note: 'offence.behaviour.note',
  said: 'offence.behaviour.said',
  section: 'offences',
  on: 'change',
  asksTold: true,
  act: (values, { held, told, context, subject }) => {
    const { wrongWhy } = values as { readonly wrongWhy?: string };
    return keepAsBehaviour(requireHeld(held), wrongWhy, told, { ...context, subject });
  },
};

const withdraw: Act<'offence'> = {
  kind: 'offence',
  only: ['withdrawnWhy'],
  needed: ['withdrawnWhy'],
  namedAs: namedOffence,
  title: 'offence.withdraw',
  note: 'offence.withdraw.note',
  said: 'offence.withdraw.said',
  section: 'offences',
  on: 'change',
  act: ({ withdrawnWhy }, { held }) => withdrawOffence(requireHeld(held), withdrawnWhy),
};

export const OFFENCE_ACTS = {
  'record-offence': record,
  'name-offence': name,
  'correct-offence': correct,
  'record-offence-status': status,
  'correct-offence-status': correctStatus,
  'keep-as-behaviour': behaviour,
  'withdraw-offence': withdraw,
} as const;
