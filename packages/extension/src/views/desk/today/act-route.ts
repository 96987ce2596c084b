/** Route for each due act. An act without a screen does not compile. */
import type { DiaryEntry, DueAct, RecordId } from '@cyber-prevent/core';
import type { ActName, DecidedOn, Route, RouteOf } from '../../../app/route.js';

/** Route for an entry of that act. */
type RouteOfAct = (entry: DiaryEntry) => Route;

/** The subject’s page; the list of subjects if nobody is known yet. */
const atSubject: RouteOfAct = ({ about }) =>
  about === undefined ? { name: 'subjects' } : { name: 'subject', subject: about };

/** A form for the person; the list of subjects if nobody is known. */
const withSubject =
  (to: (subject: RecordId, entry: DiaryEntry) => Route): RouteOfAct =>
  (entry) =>
    entry.about === undefined ? atSubject(entry) : to(entry.about, entry);

const atEnquiry: RouteOfAct = ({ record }) => ({ name: 'enquiry', enquiry: record });
const deciding =
  (on: DecidedOn): RouteOfAct =>
  ({ record }) => ({ name: 'decide', on, record });

const contact = ({ about }: DiaryEntry): RouteOf<'intervention'> => ({
  name: 'intervention',
  ...(about === undefined ? {} : { subject: about }),
});

/** A promise is settled where it was made: on a person, or on an enquiry with nobody known. */
const settling: RouteOfAct = ({ about, enquiry, record }) =>
  about === undefined
    ? { name: 'promise', on: 'enquiry', record: enquiry ?? record, promise: record }
    : { name: 'promise', on: 'subject', record: about, promise: record };

/** Screen for keeping, ending or correcting a case; the list of subjects if nobody is known. */
const ending =
  (name: 'retention' | 'dispose' | 'correction' | 'review-case'): RouteOfAct =>
  (entry) =>
    entry.about === undefined ? atSubject(entry) : { name, subject: entry.about };

/** Disposal of a refused referral, of an identification, of an identifier on nobody, or of a case after its retention review. */
const disposing: RouteOfAct = (entry) => {
  const { kind, record } = entry;
  if (kind === 'refusal') return { name: 'refuse', refusal: record };
  if (kind === 'identification') return { name: 'identification', identification: record };
  if (kind === 'onlineIdentifier') return { name: 'identifier', identifier: record };
  return ending('dispose')(entry);
};

/** A form of work with others; the list of subjects if nobody is known. */
const working =
  (act: ActName): RouteOfAct =>
  (entry) =>
    entry.about === undefined
      ? atSubject(entry)
      : { name: 'act', act, subject: entry.about, record: entry.record };

const ACT_ROUTE = {
  'tell-of-concern': ({ record }) => ({ name: 'concern', concern: record }),
  'escalate-concern': ({ record }) => ({ name: 'concern', concern: record }),
  'record-crime': ({ record }) => ({ name: 'concern', concern: record, form: 'crime' }),
  'review-concern': ({ record }) => ({ name: 'concern', concern: record }),
  'decide-enquiry': deciding('enquiry'),
  'reply-to-enquiry': atEnquiry,
  'chase-enquiry': atEnquiry,
  'chase-form': atEnquiry,
  'decide-referral': deciding('referral'),
  'chase-referral': ({ record }) => ({ name: 'referral', referral: record }),
  'make-first-contact': (entry) => ({ ...contact(entry), first: true }),
  'follow-up': (entry) => ({ ...contact(entry), followsUp: entry.record }),
  'decide-identification': deciding('identification'),
  'keep-promise': settling,
  'review-hold': (entry) =>
    entry.about === undefined
      ? atSubject(entry)
      : { name: 'hold', subject: entry.about, hold: entry.record },
  'settle-refusal': ({ record }) => ({ name: 'refuse', refusal: record }),
  dispose: disposing,
  'assess-again': (entry) =>
    entry.about === undefined
      ? atSubject(entry)
      : { name: 'assess', subject: entry.about, after: entry.record },
  'review-case': ending('review-case'),
  'follow-up-advice': ({ record }) => ({ name: 'advice', advice: record }),
  'acknowledge-check': withSubject((subject) => ({ name: 'ask-check', subject })),
  'complete-stop-card': withSubject((subject, { record }) => ({
    name: 'stop-card',
    subject,
    card: record,
  })),
  'tell-of-breach': withSubject((subject, { record }) => ({
    name: 'notice',
    subject,
    form: 'tell',
    breach: record,
  })),
  'review-plan': withSubject((subject) => ({ name: 'plan', subject, form: 'review' })),
  'close-objective': withSubject((subject, { record }) => ({
    name: 'plan',
    subject,
    form: 'close',
    objective: record,
  })),
  'hold-session': withSubject((subject, { record }) => ({
    name: 'session',
    subject,
    session: record,
  })),
  'review-retention': ending('retention'),
  'set-retention': ending('retention'),
  'answer-request': () => ({ name: 'asked-of-me' }),
  'chase-request': () => ({ name: 'asked-of-me' }),
  'tell-supervisor': withSubject((subject) => ({ name: 'know-person', subject })),
  'tell-recipient': ending('correction'),
  'ask-of-advice': working('answer-advice'),
  'certify-condition': ({ about }) =>
    about === undefined
      ? { name: 'conditions' }
      : { name: 'subject', subject: about, section: 'conditions' },
  'tell-of-condition': working('tell-of-condition'),
  'propose-outcome': working('propose-outcome'),
  'end-order': working('end-order'),
  'offer-interview': working('offer-interview'),
  'monitoring-contact': contact,
  'check-offending': working('check-offending'),
  'contact-agency': working('contact-agency'),
  'hold-panel': working('hold-panel'),
  'panel-action': working('hold-panel'),
  'look-at-identifier': ({ record }) => ({ name: 'identifier', identifier: record }),
} satisfies Readonly<Record<DueAct, RouteOfAct>>;

export function routeOfAct(entry: DiaryEntry): Route {
  return ACT_ROUTE[entry.act](entry);
}
