/** Every kind of record, in one table. A kind is one schema; everything else about it is derived. */
import type * as v from 'valibot';
import { Advice } from './advice.js';
import { AgencyContact } from './agency-contact.js';
import { Assessment } from './assessment.js';
import { CeaseAndDesist } from './cease-and-desist.js';
import { ColleagueRequest } from './colleague-request.js';
import { Comparison } from './comparison.js';
import { Condition } from './condition.js';
import { ConditionEvidence } from './condition-evidence.js';
import { ContactCheck } from './contact-check.js';
import { ContactPlan } from './contact-plan.js';
import { CorrectionNotice } from './correction-notice.js';
import { DecisionRecord } from './decision.js';
import { Enquiry } from './enquiry.js';
import { describeFields, type FieldDescription } from './field.js';
import { Hold } from './hold.js';
import { Identification } from './identification.js';
import { Incident } from './incident.js';
import { IntelligenceNote } from './intelligence-note.js';
import { Intervention } from './intervention.js';
import type { RecordKind } from './kind-name.js';
import { Monitoring } from './monitoring.js';
import { NoticeBreach } from './notice-breach.js';
import { Objective } from './objective.js';
import { OffendingCheck } from './offending-check.js';
import { OnlineIdentifier } from './online-identifier.js';
import { Order } from './order.js';
import { Panel } from './panel.js';
import { Participation } from './participation.js';
import { Plan } from './plan.js';
import { PlanReview } from './plan-review.js';
import { ProcessingBasis } from './processing-basis.js';
import { PromiseRecord } from './promise.js';
import { Rating, SealedRating } from './rating.js';
import { Referral } from './referral.js';
import { Referrer } from './referrer.js';
import { Refusal } from './refusal.js';
import { RelatedPerson } from './related-person.js';
import { Retention } from './retention.js';
import { RetentionReview } from './retention-review.js';
import { SafeguardingConcern } from './safeguarding-concern.js';
import { Session } from './session.js';
import { SourceCapture } from './source-capture.js';
import { StopCard } from './stop-card.js';
import { Subject } from './subject.js';
import { Telling } from './telling.js';
import { WriteBack } from './write-back.js';

export { isRecordKind, RECORD_KINDS, type RecordKind } from './kind-name.js';

export const RECORD_SCHEMAS = {
  subject: Subject,
  relatedPerson: RelatedPerson,
  referral: Referral,
  referrer: Referrer,
  onlineIdentifier: OnlineIdentifier,
  sourceCapture: SourceCapture,
  intervention: Intervention,
  decision: DecisionRecord,
  intelligenceNote: IntelligenceNote,
  hold: Hold,
  safeguardingConcern: SafeguardingConcern,
  comparison: Comparison,
  writeBack: WriteBack,
  enquiry: Enquiry,
  identification: Identification,
  promise: PromiseRecord,
  refusal: Refusal,
  assessment: Assessment,
  rating: Rating,
  sealedRating: SealedRating,
  advice: Advice,
  incident: Incident,
  plan: Plan,
  objective: Objective,
  planReview: PlanReview,
  session: Session,
  ceaseAndDesist: CeaseAndDesist,
  noticeBreach: NoticeBreach,
  stopCard: StopCard,
  retention: Retention,
  retentionReview: RetentionReview,
  colleagueRequest: ColleagueRequest,
  correctionNotice: CorrectionNotice,
  contactCheck: ContactCheck,
  contactPlan: ContactPlan,
  participation: Participation,
  processingBasis: ProcessingBasis,
  telling: Telling,
  order: Order,
  condition: Condition,
  conditionEvidence: ConditionEvidence,
  agencyContact: AgencyContact,
  monitoring: Monitoring,
  offendingCheck: OffendingCheck,
  panel: Panel,
} as const satisfies Readonly<Record<RecordKind, v.GenericSchema>>;

/** The record type of a kind. */
export type RecordOf<K extends RecordKind> = v.InferOutput<(typeof RECORD_SCHEMAS)[K]>;

/** Name of one record of the kind, for a heading or a sentence. */
export const RECORD_LABELS: Readonly<Record<RecordKind, { one: string; many: string }>> = {
  subject: { one: 'Subject', many: 'Subjects' },
  relatedPerson: { one: 'Related person', many: 'Related people' },
  referral: { one: 'Referral', many: 'Referrals' },
  referrer: { one: 'Referrer', many: 'Referrers' },
  onlineIdentifier: { one: 'Online identifier', many: 'Online identifiers' },
  sourceCapture: { one: 'Capture', many: 'Captures' },
  intervention: { one: 'Intervention', many: 'Interventions' },
  decision: { one: 'Decision', many: 'Decisions' },
  intelligenceNote: { one: 'Intelligence note', many: 'Intelligence notes' },
  hold: { one: 'Hold', many: 'Holds' },
  safeguardingConcern: { one: 'Safeguarding concern', many: 'Safeguarding concerns' },
  comparison: { one: 'Comparison', many: 'Comparisons' },
  enquiry: { one: 'Enquiry', many: 'Enquiries' },
  identification: { one: 'Officer identification', many: 'Officer identifications' },
  promise: { one: 'Promise', many: 'Promises' },
  refusal: { one: 'Refusal', many: 'Refusals' },
  writeBack: { one: 'Given to another system', many: 'Given to other systems' },
  assessment: { one: 'Assessment', many: 'Assessments' },
  rating: { one: 'Blind rating', many: 'Blind ratings' },
  sealedRating: { one: 'Sealed rating', many: 'Sealed ratings' },
  advice: { one: 'Advice', many: 'Advice given' },
  incident: { one: 'Incident', many: 'Incidents' },
  plan: { one: 'Plan', many: 'Plans' },
  objective: { one: 'Objective', many: 'Objectives' },
  planReview: { one: 'Review of a plan', many: 'Reviews of plans' },
  session: { one: 'Session', many: 'Sessions' },
  ceaseAndDesist: { one: 'Cease and desist notice', many: 'Cease and desist notices' },
  noticeBreach: { one: 'Breach of a notice', many: 'Breaches of notices' },
  stopCard: { one: 'Stop card', many: 'Stop cards' },
  retention: { one: 'Retention group', many: 'Retention groups' },
  retentionReview: { one: 'Retention review', many: 'Retention reviews' },
  colleagueRequest: { one: 'Request to a colleague', many: 'Requests to colleagues' },
  correctionNotice: { one: 'Correction notice', many: 'Correction notices' },
  contactCheck: { one: 'Contact check', many: 'Contact checks' },
  contactPlan: { one: 'Contact plan', many: 'Contact plans' },
  participation: { one: 'Answer about taking part', many: 'Answers about taking part' },
  processingBasis: { one: 'Processing basis', many: 'Processing bases' },
  telling: { one: 'Note of who was told', many: 'Notes of who was told' },
  order: { one: 'Caution or order', many: 'Cautions and orders' },
  condition: { one: 'Condition', many: 'Conditions' },
  conditionEvidence: { one: 'Evidence of a condition', many: 'Evidence of conditions' },
  agencyContact: { one: 'Contact with an agency', many: 'Contacts with agencies' },
  monitoring: { one: 'Tier of monitoring', many: 'Tiers of monitoring' },
  offendingCheck: { one: 'Check for offending', many: 'Checks for offending' },
  panel: { one: 'Panel', many: 'Panels' },
};

const described = new Map<RecordKind, readonly FieldDescription[]>();

/** The fields of a kind, in the order in which a form asks for them; read from its schema once. */
export function fieldsOf(kind: RecordKind): readonly FieldDescription[] {
  const fields = described.get(kind) ?? describeFields(RECORD_SCHEMAS[kind]);
  described.set(kind, fields);
  return fields;
}
