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
  withdrawOffence,
} from '@cyber-prevent/core';
import { asText, type FormValues } from '../../../components/form-values.js';
import { type Act, requireHeld } from '../../act/act.js';
import { ageLeft } from './age-left.js';
import { useReferralWords, wordsChosen } from './referral-words.js';
import { placeOfStanding, useStandingChoice, WHICH_STANDING } from './standing-choice.js';

const FIELDS = fieldsOf('offence');
const STANDING = FIELDS.find(({ name }) => name === 'standings')?.fields ?? [];
const hasSection = ({ section }: FormValues) => asText(section) !== '';
const hasNoSection = (values: FormValues) => !hasSection(values);
const hasStatus = ({ status }: FormValues) => asText(status) !== '';
const SHOWN = { withoutSection: hasNoSection, on: hasStatus, reference: hasStatus };

const record: Act<'offence'> = {
  kind: 'offence',
  from: [...FIELDS, ...STANDING],
  only: [...OFFENCE_FIELDS, ...STANDING_FIELDS],
  optional: ['status'],
  leaves: ageLeft,
  title: 'offence.add',
  submit: 'offence.save',
  said: 'offence.add.said',
  section: 'offences',
  aboutPerson: { label: 'offence.add', place: 145 },
  shownWhen: SHOWN,
  asksTold: true,
  act: (values, { told, context, subject }) =>
    recordOffence(values as OffenceInput, told, { ...context, subject }),
};

const name: Act<'offence'> = {
  kind: 'offence',
  from: [...FIELDS, ...STANDING],
  only: [...OFFENCE_FIELDS.filter((each) => each !== 'asRead'), ...STANDING_FIELDS],
  optional: ['status'],
  leaves: ageLeft,
  title: 'offence.name',
  submit: 'offence.save',
  said: 'offence.name.said',
  section: 'offences',
  shownWhen: SHOWN,
  useExtra: useReferralWords,
  act: (values, { context, subject, records, parent, typed }) =>
    offenceFromReferral(wordsChosen(parent, records, typed), values as OffenceInput, {
      ...context,
      subject,
    }),
};

const correct: Act<'offence'> = {
  kind: 'offence',
  only: CORRECTED_OF_OFFENCE,
  leaves: ageLeft,
  title: 'offence.correct',
  said: 'offence.correct.said',
  section: 'offences',
  on: 'change',
  shownWhen: { withoutSection: hasNoSection },
  asksTold: true,
  act: (values, { held, told, context, subject }) =>
    correctOffence(requireHeld(held), values, told, { ...context, subject }),
};

const status: Act<'offence'> = {
  kind: 'offence',
  from: STANDING,
  only: STANDING_FIELDS,
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
  title: 'offence.behaviour',
  note: 'offence.behaviour.note',
  said: 'offence.behaviour.said',
  section: 'offences',
  on: 'change',
  asksTold: true,
  act: (values, { held, told, context }) => {
    const { wrongWhy } = values as { readonly wrongWhy?: string };
    return keepAsBehaviour(requireHeld(held), wrongWhy, told, context);
  },
};

const withdraw: Act<'offence'> = {
  kind: 'offence',
  only: ['withdrawnWhy'],
  needed: ['withdrawnWhy'],
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
