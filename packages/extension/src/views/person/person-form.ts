/** Forms about a person that are made from a record kind: the fields of each, and its act. */
import {
  addHandle,
  addRelatedPerson,
  type ByHandContext,
  type CaseCommit,
  CORRECTED_OF_REFERRAL,
  type ContactPlanContext,
  changeRelatedPerson,
  correctHandle,
  correctReferral,
  type RecordKind,
  type RecordOf,
  type Result,
  recordBasis,
  recordParticipation,
  recordTelling,
  SENSITIVE_PLAN_FIELDS,
  type StoredRecord,
  type ToldSource,
  withdrawParticipation,
  writeContactPlan,
} from '@cyber-prevent/core';
import { asText, type FormValues, type ShownWhen } from '../../components/form-values.js';
import type { PlainKey } from '../../locales/late.js';
import type { PersonRegime } from '../act/use-person.js';

export interface PersonTask<K extends RecordKind> {
  readonly context: ByHandContext;
  readonly subject: StoredRecord<'subject'>;
  /** Every stored record of the subject. */
  readonly records: readonly StoredRecord[];
  /** The record being changed; absent for a new one. */
  readonly held: StoredRecord<K> | undefined;
  readonly told: ToldSource;
  readonly regime: PersonRegime;
  /** Settings required by the law on sensitive data. */
  readonly policy: ContactPlanContext['officer'];
}

export interface PersonForm<K extends RecordKind> {
  readonly kind: K;
  readonly only: readonly string[];
  readonly title: PlainKey;
  /** Title for a change to a stored record. */
  readonly changeTitle?: PlainKey;
  /** Success message once it is saved. */
  readonly said: PlainKey;
  readonly section: string;
  readonly asksTold?: true;
  /** Name of the date that starts as today. */
  readonly todayAt?: string;
  readonly shownWhen?: ShownWhen;
  act(values: Partial<RecordOf<K>>, task: PersonTask<K>): Result<CaseCommit>;
}

const isChosen = (name: string, value: string) => (values: FormValues) => values[name] === value;

const related: PersonForm<'relatedPerson'> = {
  kind: 'relatedPerson',
  only: ['name', 'relationship', 'relationshipKind', 'roles', 'phones', 'emails'],
  title: 'person.related.add',
  said: 'person.related.add.said',
  changeTitle: 'person.related.change',
  section: 'people',
  asksTold: true,
  act: (values, { held, told, context, subject }) =>
    held
      ? changeRelatedPerson(held, values, told, context)
      : addRelatedPerson(values, told, { ...context, subject }),
};

const handle: PersonForm<'onlineIdentifier'> = {
  kind: 'onlineIdentifier',
  only: [
    'platform',
    'asSeen',
    'canonical',
    'platformId',
    'confidence',
    'firstSeenOn',
    'lastSeenOn',
  ],
  title: 'person.handle.add',
  said: 'person.handle.add.said',
  changeTitle: 'person.handle.change',
  section: 'identifiers',
  asksTold: true,
  todayAt: 'firstSeenOn',
  act: (values, { held, told, context, subject, records }) => {
    const ledger = records.filter(
      (record): record is StoredRecord<'onlineIdentifier'> => record.kind === 'onlineIdentifier',
    );
    return held
      ? correctHandle(held, values, told, { ...context, ledger })
      : addHandle(values, told, { ...context, subject, ledger });
  },
};

const referral: PersonForm<'referral'> = {
  kind: 'referral',
  only: CORRECTED_OF_REFERRAL,
  title: 'person.referral.correct',
  said: 'person.referral.correct.said',
  section: 'referrals',
  asksTold: true,
  act: (values, { held, told, context }) => {
    if (!held) throw new Error('Nothing to correct');
    return correctReferral(held, values, told, context);
  },
};

const participation: PersonForm<'participation'> = {
  kind: 'participation',
  only: ['answer', 'saidBy', 'saidByName', 'means', 'saidOn', 'understanding'],
  title: 'person.consent.add',
  said: 'person.consent.add.said',
  section: 'consent',
  todayAt: 'saidOn',
  act: (values, { context, subject }) => recordParticipation(values, { ...context, subject }),
};

const withdrawal: PersonForm<'participation'> = {
  kind: 'participation',
  only: ['withdrawnOn', 'withdrawnBy', 'withdrawnWhy'],
  title: 'person.consent.withdraw',
  said: 'person.consent.withdraw.said',
  changeTitle: 'person.consent.withdraw',
  section: 'consent',
  todayAt: 'withdrawnOn',
  act: (values, { context, held }) => {
    if (!held) throw new Error('Nothing to withdraw');
    return withdrawParticipation(held, values, context);
  },
};

const basis: PersonForm<'processingBasis'> = {
  kind: 'processingBasis',
  only: ['purpose', 'lawfulBasis', 'necessity', 'condition', 'why', 'from'],
  title: 'person.basis.add',
  said: 'person.basis.add.said',
  section: 'consent',
  todayAt: 'from',
  act: (values, { context, subject }) => recordBasis(values, { ...context, subject }),
};

const telling: PersonForm<'telling'> = {
  kind: 'telling',
  only: ['whom', 'name', 'wasTold', 'what', 'on', 'means', 'by', 'whyNot'],
  title: 'person.telling.add',
  said: 'person.telling.add.said',
  section: 'tellings',
  todayAt: 'on',
  shownWhen: {
    means: isChosen('wasTold', 'told'),
    whyNot: isChosen('wasTold', 'not-told'),
  },
  act: (values, { context, subject }) => recordTelling(values, { ...context, subject }),
};

const isSensitive = (values: FormValues) =>
  SENSITIVE_PLAN_FIELDS.some((name) => asText(values[name]).trim() !== '');

const plan: PersonForm<'contactPlan'> = {
  kind: 'contactPlan',
  only: [
    'preferredName',
    'pronouns',
    'communication',
    'sensory',
    'condition',
    'whyNecessary',
    'supporter',
    'avoid',
    'bestTimes',
    'bestWays',
    'safeContact',
    'loneWorker',
  ],
  title: 'person.plan.write',
  said: 'person.plan.write.said',
  changeTitle: 'person.plan.change',
  section: 'plan',
  shownWhen: { condition: isSensitive, whyNecessary: isSensitive },
  act: (values, { context, subject, held, regime, policy }) =>
    writeContactPlan(values, { ...context, subject, plan: held, regime, officer: policy }),
};

export const PERSON_FORMS = {
  related,
  handle,
  referral,
  participation,
  withdrawal,
  basis,
  telling,
  plan,
} as const;
