/**
 * Acts on a person that are a form of a record: other people, online names, notes, consent, tellings and the contact
 * plan.
 */
import {
  addHandle,
  addRelatedPerson,
  CORRECTED_OF_NOTE,
  CORRECTED_OF_REFERRAL,
  changeRelatedPerson,
  correctAttachment,
  correctHandle,
  correctNote,
  correctReferral,
  notTheirIdentifier,
  recordBasis,
  recordParticipation,
  recordTelling,
  SENSITIVE_PLAN_FIELDS,
  type StoredRecord,
  withdrawParticipation,
  writeContactPlan,
} from '@cyber-prevent/core';
import { askedOf, HANDLING_CONDITIONS } from '../../components/asked-of.js';
import { asText, type FormValues } from '../../components/form-values.js';
import { type Act, requireHeld } from '../act/act.js';
import { useHandle } from './handle-extra.js';
import { HANDLING_ACTS } from './handling-acts.js';
import { ASKED_ON_PERSON, SHOWN_BY_TYPE } from './identifier/identifier-fields.js';
import { namedIdentifier } from './named-record.js';
import { OFFENCE_ACTS } from './offence/offence-acts.js';

const isChosen = (name: string, value: string) => (values: FormValues) => values[name] === value;

const related: Act<'relatedPerson'> = {
  kind: 'relatedPerson',
  only: askedOf('relatedPerson'),
  title: 'person.related.add',
  submit: 'person.related.save',
  said: 'person.related.add.said',
  changeTitle: 'person.related.change',
  section: 'people',
  on: 'either',
  aboutPerson: { label: 'person.related.add', place: 130 },
  asksTold: true,
  act: (values, { held, told, context, subject }) =>
    held
      ? changeRelatedPerson(held, values, told, context)
      : addRelatedPerson(values, told, { ...context, subject }),
};

const handle: Act<'onlineIdentifier'> = {
  kind: 'onlineIdentifier',
  only: ASKED_ON_PERSON,
  shownWhen: SHOWN_BY_TYPE,
  title: 'person.handle.add',
  submit: 'person.handle.save',
  said: 'person.handle.add.said',
  changeTitle: 'person.handle.change',
  section: 'identifiers',
  on: 'either',
  aboutPerson: { label: 'person.handle.add', place: 140 },
  useExtra: useHandle,
  asksTold: true,
  todayAt: ['firstSeenOn'],
  act: (values, { held, told, context, subject, records }) => {
    const ledger = records.filter(
      (record): record is StoredRecord<'onlineIdentifier'> => record.kind === 'onlineIdentifier',
    );
    return held
      ? correctHandle(held, values, told, { ...context, ledger })
      : addHandle(values, told, { ...context, subject, ledger });
  },
};

const notTheirs: Act<'onlineIdentifier'> = {
  kind: 'onlineIdentifier',
  namedAs: namedIdentifier,
  labels: { endedWhy: 'identifier.not-theirs.why' },
  only: ['endedWhy'],
  needed: ['endedWhy'],
  title: 'identifier.not-theirs.title',
  said: 'identifier.not-theirs.said',
  section: 'identifiers',
  on: 'change',
  asksTold: true,
  act: (values, { held, told, context }) =>
    notTheirIdentifier(requireHeld(held), values, told, context),
};

const referral: Act<'referral'> = {
  kind: 'referral',
  only: CORRECTED_OF_REFERRAL,
  title: 'person.referral.correct',
  said: 'person.referral.correct.said',
  section: 'referrals',
  on: 'change',
  asksTold: true,
  act: (values, { held, told, context }) =>
    correctReferral(requireHeld(held), values, told, context),
};

const WITHDRAWAL = ['withdrawnOn', 'withdrawnBy', 'withdrawnWhy'] as const;

const participation: Act<'participation'> = {
  kind: 'participation',
  only: askedOf('participation', { without: WITHDRAWAL }),
  title: 'person.consent.add',
  submit: 'person.consent.save',
  said: 'person.consent.add.said',
  section: 'consent',
  aboutPerson: { label: 'person.consent.add', place: 150 },
  todayAt: ['saidOn'],
  act: (values, { context, subject }) => recordParticipation(values, { ...context, subject }),
};

const withdrawal: Act<'participation'> = {
  kind: 'participation',
  only: WITHDRAWAL,
  title: 'person.consent.withdraw',
  said: 'person.consent.withdraw.said',
  section: 'consent',
  on: 'change',
  todayAt: ['withdrawnOn'],
  act: (values, { context, held }) => withdrawParticipation(requireHeld(held), values, context),
};

const basis: Act<'processingBasis'> = {
  kind: 'processingBasis',
  // Ended in its section.
  only: askedOf('processingBasis', { without: ['until'] }),
  title: 'person.basis.add',
  submit: 'person.basis.save',
  said: 'person.basis.add.said',
  section: 'consent',
  aboutPerson: { label: 'person.basis.add', place: 160 },
  todayAt: ['from'],
  act: (values, { context, subject }) => recordBasis(values, { ...context, subject }),
};

const telling: Act<'telling'> = {
  kind: 'telling',
  // The others belong to an assessment that was shared.
  only: askedOf('telling', { without: ['restriction', 'whyTold'] }),
  title: 'person.telling.add',
  submit: 'person.telling.save',
  said: 'person.telling.add.said',
  section: 'tellings',
  aboutPerson: { label: 'person.telling.add', place: 170 },
  todayAt: ['on'],
  shownWhen: {
    means: isChosen('wasTold', 'told'),
    whyNot: isChosen('wasTold', 'not-told'),
  },
  act: (values, { context, subject }) => recordTelling(values, { ...context, subject }),
};

const isSensitive = (values: FormValues) =>
  SENSITIVE_PLAN_FIELDS.some((name) => asText(values[name]).trim() !== '');

const plan: Act<'contactPlan'> = {
  kind: 'contactPlan',
  only: askedOf('contactPlan'),
  title: 'person.plan.write',
  submit: 'person.plan.save',
  said: 'person.plan.write.said',
  changeTitle: 'person.plan.change',
  section: 'plan',
  on: 'either',
  checksFirst: true,
  shownWhen: { condition: isSensitive, whyNecessary: isSensitive },
  act: (values, { context, subject, held, regime, policy }) =>
    writeContactPlan(values, { ...context, subject, plan: held, regime, officer: policy }),
};

const attachment: Act<'attachment'> = {
  kind: 'attachment',
  only: askedOf('attachment'),
  title: 'files.correct.title',
  said: 'files.correct.said',
  section: 'files',
  on: 'change',
  act: (values, { held, context }) => correctAttachment(requireHeld(held), values, context),
};

const note: Act<'intelligenceNote'> = {
  kind: 'intelligenceNote',
  only: CORRECTED_OF_NOTE,
  ...HANDLING_CONDITIONS,
  title: 'person.note.correct',
  said: 'person.note.correct.said',
  section: 'notes',
  on: 'change',
  act: (values, { held, context }) => correctNote(requireHeld(held), values, context),
};

export const PERSON_ACTS = {
  'note-related-person': related,
  'note-online-name': handle,
  'not-their-identifier': notTheirs,
  'correct-referral': referral,
  'record-participation': participation,
  'withdraw-participation': withdrawal,
  'record-basis': basis,
  'record-telling': telling,
  'write-contact-plan': plan,
  'correct-attachment': attachment,
  'correct-note': note,
  ...OFFENCE_ACTS,
  ...HANDLING_ACTS,
} as const;

declare module '../../app/route.js' {
  interface ActNames extends Record<keyof typeof PERSON_ACTS, true> {}
}
