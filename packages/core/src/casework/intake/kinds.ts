/** Enquiries, referrals and decisions on them, as the desk shows them. */
import { civilDay } from '../../shared/civil-day.js';
import { writtenDate } from '../../shared/dates.js';
import { happened, later, noted } from '../act/happened.js';
import type { KindRows } from '../act/kind-row.js';
import { reviewSetDue } from '../act/review-set.js';
import { enquiryDue } from './decide-enquiry.js';
import { referralDue } from './decide-referral.js';
import { identificationDue } from './identify-person.js';
import { advice, enquiries, identified, referrals, refusals } from './list-rows.js';
import { adviceDue } from './log-advice.js';
import { promiseDue } from './promise.js';
import { refusalDue } from './refuse-referral.js';

export const INTAKE_KINDS = {
  referral: {
    due: referralDue,
    // The status is that of today: the decision on it has a day of its own.
    happened: ({ value: { receivedOn, reference } }) => [
      happened(receivedOn, [reference, 'received'].filter(Boolean).join(', ')),
    ],
    diary: 'each',
    activeOn: ({ value: { receivedOn } }) => receivedOn,
    list: { name: 'referrals', projection: referrals },
  },
  referrer: {
    due: 'nothing',
    happened: 'no-day',
    diary: 'none',
    activeOn: 'no-day',
  },
  enquiry: {
    due: enquiryDue,
    happened: ({ value: { receivedOn, route, repliedOn } }, label) => {
      const words = label('referral-route', route);
      return [happened(receivedOn, words), ...later(repliedOn, `${words}, replied`, 'replied')];
    },
    diary: 'each',
    activeOn: 'no-day',
    list: { name: 'enquiries', projection: enquiries },
  },
  identification: {
    due: identificationDue,
    happened: ({ value: { identifiedOn } }) => [happened(identifiedOn)],
    diary: 'each',
    activeOn: 'no-day',
    list: { name: 'identified', projection: identified },
  },
  promise: {
    due: promiseDue,
    happened: ({ value: { kind, to, madeOn, settled, settledOn } }, label) => {
      const words = `${label('promise-kind', kind)}, to: ${label('promise-to', to).toLowerCase()}`;
      const end = settled === 'kept' ? 'kept' : 'not kept';
      return [happened(madeOn, words), ...later(settledOn, `${words}, ${end}`, 'settled')];
    },
    diary: 'each',
    activeOn: 'no-day',
  },
  refusal: {
    due: refusalDue,
    happened: ({ value: { refusedOn, reasonCodes } }, label) => [
      happened(refusedOn, reasonCodes.map((code) => label('decision-reason', code)).join('; ')),
    ],
    diary: 'each',
    activeOn: 'no-day',
    list: { name: 'refusals', projection: refusals },
  },
  advice: {
    due: adviceDue,
    // An incident joins a chronology only if it names the subject, since it is not about one person.
    happened: ({ value: { givenOn, followedUpOn } }) => [
      happened(givenOn),
      ...later(followedUpOn, 'followed up', 'followed-up'),
    ],
    diary: 'each',
    activeOn: 'no-day',
    list: { name: 'advice', projection: advice },
  },
  decision: {
    due: reviewSetDue,
    happened: ({ value: { decidedOn, outcome, reviewOn } }, label) => [
      happened(
        decidedOn,
        [label('decision-outcome', outcome), reviewOn && `for ${writtenDate(reviewOn)}`]
          .filter(Boolean)
          .join(' '),
      ),
    ],
    diary: 'each',
    activeOn: 'no-day',
  },
  sourceCapture: {
    due: 'nothing',
    happened: ({ value: { capturedAt, system, toldBy } }) => [
      { ...noted(happened(civilDay(capturedAt), system)), title: toldBy ? 'Told' : 'Page read' },
    ],
    diary: 'none',
    activeOn: 'no-day',
  },
} as const satisfies Partial<KindRows>;
