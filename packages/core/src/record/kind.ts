/** Every kind of record, in one table. A kind is one schema; everything else about it is derived. */
import type * as v from 'valibot';
import { Advice } from './advice.js';
import { AgencyContact } from './agency-contact.js';
import { Assessment } from './assessment.js';
import { Attachment } from './attachment.js';
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
import { Offence } from './offence.js';
import { OffendingCheck } from './offending-check.js';
import { OnlineIdentifier } from './online-identifier.js';
import { Order } from './order.js';
import { Organisation } from './organisation.js';
import { OrganisationLink } from './organisation-link.js';
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
import { SharingPermission } from './sharing-permission.js';
import { SourceCapture } from './source-capture.js';
import { StopCard } from './stop-card.js';
import { Subject } from './subject.js';
import { Telling } from './telling.js';
import { WriteBack } from './write-back.js';

export { isRecordKind, RECORD_KINDS, RECORD_LABELS, type RecordKind } from './kind-name.js';

export const RECORD_SCHEMAS = {
  subject: Subject,
  relatedPerson: RelatedPerson,
  referral: Referral,
  offence: Offence,
  referrer: Referrer,
  organisation: Organisation,
  organisationLink: OrganisationLink,
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
  sharingPermission: SharingPermission,
  attachment: Attachment,
} as const satisfies Readonly<Record<RecordKind, v.GenericSchema>>;

/** The record type of a kind. */
export type RecordOf<K extends RecordKind> = v.InferOutput<(typeof RECORD_SCHEMAS)[K]>;

const described = new Map<RecordKind, readonly FieldDescription[]>();

/** The fields of a kind, in the order in which a form asks for them; read from its schema once. */
export function fieldsOf(kind: RecordKind): readonly FieldDescription[] {
  const fields = described.get(kind) ?? describeFields(RECORD_SCHEMAS[kind]);
  described.set(kind, fields);
  return fields;
}
