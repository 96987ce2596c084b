/** The forms that add to a concern: what each asks, what it cannot do without, and the act that it comes to. */
import {
  addToConcern,
  type CaseCommit,
  type ConcernAdditionInput,
  escalateConcern,
  noteAcknowledgement,
  noteCrime,
  type Result,
  type ReviewRules,
  reviewConcern,
} from '@cyber-prevent/core';
import type { RouteOf } from '../../../app/route.js';
import { asText, type FormValues, type ShownWhen } from '../../../components/form-values.js';
import type { Needed } from '../../../components/use-record-form.js';
import type { PlainKey } from '../../../locales/late.js';
import type { Services } from '../../../ports/services.js';
import { isSomebodyTold } from './concern-form.js';
import type { Concern } from './use-concern.js';

export type AnswerName = Exclude<RouteOf<'concern'>['form'], 'close' | 'name' | undefined>;

export interface ConcernAnswer {
  /** Fields of an addition, in the order asked. */
  readonly only: readonly string[];
  readonly needed?: Needed;
  readonly shownWhen?: ShownWhen;
  readonly title: PlainKey;
  readonly intro: PlainKey;
  readonly submit: PlainKey;
  readonly said: PlainKey;
  readonly act: (
    concern: Concern,
    input: ConcernAdditionInput,
    context: Pick<Services, 'host'> & ReviewRules,
  ) => Result<CaseCommit>;
}

const isCrimeRecorded = (values: FormValues): boolean =>
  asText(values.crimeRecorded).startsWith('recorded');

export const CONCERN_ANSWERS: Readonly<Record<AnswerName, ConcernAnswer>> = {
  add: {
    only: [
      'what',
      'reference',
      'riskNow',
      'told',
      'toldWhom',
      'toldAt',
      'toldHow',
      'toldWhat',
      'crimeDisclosed',
      'crimeReference',
      'reviewOn',
      'reviewWhy',
    ],
    shownWhen: {
      toldWhom: isSomebodyTold,
      toldAt: isSomebodyTold,
      toldHow: isSomebodyTold,
      toldWhat: isSomebodyTold,
      crimeReference: (values) => values.crimeDisclosed === 'yes',
    },
    needed: ['reviewWhy'],
    title: 'concern.add',
    intro: 'concern.add.intro',
    submit: 'concern.add.save',
    said: 'concern.add.saved',
    act: addToConcern,
  },
  acknowledge: {
    only: ['acknowledgedBy', 'acknowledgedAt', 'reference', 'what'],
    needed: ['acknowledgedBy'],
    title: 'concern.ack.title',
    intro: 'concern.ack.intro',
    submit: 'concern.ack.save',
    said: 'concern.ack.saved',
    act: noteAcknowledgement,
  },
  escalate: {
    only: ['escalatedTo', 'escalatedAt', 'what'],
    needed: ['escalatedTo'],
    title: 'concern.escalate.title',
    intro: 'concern.escalate.intro',
    submit: 'concern.escalate.save',
    said: 'concern.escalate.saved',
    act: escalateConcern,
  },
  review: {
    only: ['what', 'riskNow', 'reviewOn', 'reviewWhy'],
    needed: ['what', 'reviewOn', 'reviewWhy'],
    title: 'concern.review.title',
    intro: 'concern.review.intro',
    submit: 'concern.review.save',
    said: 'concern.review.saved',
    act: reviewConcern,
  },
  crime: {
    only: ['crimeRecorded', 'crimeReference', 'what'],
    needed: (values) =>
      isCrimeRecorded(values) ? ['crimeRecorded', 'crimeReference'] : ['crimeRecorded'],
    shownWhen: { crimeReference: isCrimeRecorded },
    title: 'concern.crime.title',
    intro: 'concern.crime.intro',
    submit: 'concern.crime.save',
    said: 'concern.crime.saved',
    act: noteCrime,
  },
};
