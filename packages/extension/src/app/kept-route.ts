/** The screen that shows a record: its own where it has one, else its section of the person’s page. */
import type { RecordId, RecordKind } from '@cyber-prevent/core';
import type { Route } from './route.js';

/** Records that a record names. */
interface Named {
  readonly subject?: RecordId | undefined;
  readonly referral?: RecordId | undefined;
  readonly enquiry?: RecordId | undefined;
  readonly identification?: RecordId | undefined;
}

type RouteOfKept = (record: RecordId, named: Named) => Route | undefined;

const inSection =
  (section: string): RouteOfKept =>
  (_, { subject }) =>
    subject === undefined ? undefined : { name: 'subject', subject, section };

const ofSubject =
  (to: (subject: RecordId, record: RecordId) => Route): RouteOfKept =>
  (record, { subject }) =>
    subject === undefined ? undefined : to(subject, record);

/** A decision or a promise is shown where it was made. */
const whereMade =
  (section: string): RouteOfKept =>
  (record, named) => {
    const { referral, enquiry, identification } = named;
    if (referral) return { name: 'referral', referral };
    if (enquiry) return { name: 'enquiry', enquiry };
    if (identification) return { name: 'identification', identification };
    return inSection(section)(record, named);
  };

const nowhere: RouteOfKept = () => undefined;

const KEPT_ROUTE: Readonly<Record<RecordKind, RouteOfKept>> = {
  subject: (subject) => ({ name: 'subject', subject, section: 'details' }),
  relatedPerson: inSection('people'),
  referral: (referral) => ({ name: 'referral', referral }),
  offence: inSection('offences'),
  referrer: nowhere,
  onlineIdentifier: (identifier, named) =>
    inSection('identifiers')(identifier, named) ?? { name: 'identifier', identifier },
  organisation: (organisation) => ({ name: 'organisation', organisation }),
  organisationLink: inSection('organisations'),
  sourceCapture: inSection('sources'),
  intervention: inSection('interventions'),
  decision: whereMade('keeping'),
  intelligenceNote: inSection('notes'),
  hold: inSection('keeping'),
  safeguardingConcern: (concern) => ({ name: 'concern', concern }),
  comparison: inSection('details'),
  writeBack: inSection('referrals'),
  enquiry: (enquiry) => ({ name: 'enquiry', enquiry }),
  identification: (identification) => ({ name: 'identification', identification }),
  promise: whereMade('timeline'),
  refusal: (refusal) => ({ name: 'refuse', refusal }),
  assessment: ofSubject((subject, assessment) => ({ name: 'assessment', subject, assessment })),
  rating: inSection('assessments'),
  sealedRating: inSection('assessments'),
  advice: (advice) => ({ name: 'advice', advice }),
  incident: (incident) => ({ name: 'incident', incident }),
  plan: inSection('work-plan'),
  objective: inSection('work-plan'),
  planReview: inSection('work-plan'),
  session: inSection('interventions'),
  ceaseAndDesist: inSection('notices'),
  noticeBreach: inSection('notices'),
  stopCard: inSection('notices'),
  retention: inSection('keeping'),
  retentionReview: inSection('keeping'),
  colleagueRequest: () => ({ name: 'asked-of-me' }),
  correctionNotice: ofSubject((subject) => ({ name: 'correction', subject })),
  contactCheck: ofSubject((subject) => ({ name: 'ask-check', subject })),
  contactPlan: inSection('plan'),
  participation: inSection('consent'),
  processingBasis: inSection('consent'),
  telling: inSection('tellings'),
  order: inSection('conditions'),
  condition: inSection('conditions'),
  conditionEvidence: inSection('conditions'),
  agencyContact: inSection('agencies'),
  monitoring: inSection('agencies'),
  offendingCheck: inSection('agencies'),
  panel: inSection('agencies'),
  sharingPermission: inSection('sources'),
  attachment: inSection('files'),
};

/**
 * @param value - the record's fields, as far as they are known
 * @returns undefined if no screen shows it
 */
export function keptRoute(kind: RecordKind, record: RecordId, value: object): Route | undefined {
  return KEPT_ROUTE[kind](record, {
    subject: idAt(value, 'subjectId'),
    referral: idAt(value, 'referralId'),
    enquiry: idAt(value, 'enquiryId'),
    identification: idAt(value, 'identificationId'),
  });
}

function idAt(value: object, name: string): RecordId | undefined {
  const id: unknown = Reflect.get(value, name);
  return typeof id === 'string' ? (id as RecordId) : undefined;
}
