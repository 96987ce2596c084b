export { aboutOfLink, WORDED_KINDS, type WordedKind } from './about-link.js';
export { Advice } from './advice.js';
export { AgencyContact } from './agency-contact.js';
export { askFor, calledFirst, calledOf } from './ask-for.js';
export { AssessedAnswer, Assessment, EVIDENCE_KINDS, EvidenceLink } from './assessment.js';
export { ATTACHED_TYPES, type AttachedType, Attachment } from './attachment.js';
export { birthsOf, latestBirth } from './births.js';
export { CeaseAndDesist } from './cease-and-desist.js';
export { checkRecord } from './check.js';
export { ColleagueRequest } from './colleague-request.js';
export { Comparison } from './comparison.js';
export { ConcernAddition } from './concern-addition.js';
export { Condition } from './condition.js';
export { ConditionEvidence } from './condition-evidence.js';
export { ContactCheck, ContactCheckAnswer } from './contact-check.js';
export { ContactPlan, SENSITIVE_PLAN_FIELDS } from './contact-plan.js';
export { CorrectionNotice } from './correction-notice.js';
export { areaOn, DatedArea } from './dated-area.js';
export { comeIssues } from './day-rule.js';
export { DecisionRecord } from './decision.js';
export { Enquiry, SuitabilityAnswer } from './enquiry.js';
export {
  describeFields,
  type FieldDescription,
  type FieldInput,
  type FieldMetadata,
  field,
} from './field.js';
export { type FilledOptions, filledFields } from './filled-fields.js';
export { givenHandling, givenIssues, type HandlingInput } from './given-handling.js';
export { Grade, writtenGrade } from './grade.js';
export {
  type GivenHandling,
  HandlingChange,
  HandlingCodes,
  isConditioned,
  writtenHandling,
} from './handling.js';
export { Hold } from './hold.js';
export { Identification } from './identification.js';
export { Incident } from './incident.js';
export { IntelligenceNote } from './intelligence-note.js';
export { Intervention, standing } from './intervention.js';
export {
  fieldsOf,
  isRecordKind,
  RECORD_KINDS,
  RECORD_LABELS,
  RECORD_SCHEMAS,
  type RecordKind,
  type RecordOf,
} from './kind.js';
export { breaksLock, type Lock, lockOf, staysHere } from './lock.js';
export { checkMarking, MARKINGS, Marking } from './marking.js';
export { Monitoring } from './monitoring.js';
export { blobsIn, isNamedBlob, KINDS_WITH_BLOBS, NamedBlob, namedBlobsIn } from './named-blob.js';
export { NoticeBreach } from './notice-breach.js';
export { Objective } from './objective.js';
export { Offence, OffenceStanding } from './offence.js';
export { OffendingCheck } from './offending-check.js';
export { isStandingIdentifier, OnlineIdentifier } from './online-identifier.js';
export { Order } from './order.js';
export {
  Organisation,
  OrganisationContact,
  OrganisationIdentifier,
} from './organisation.js';
export { OrganisationLink } from './organisation-link.js';
export { Panel, PanelAction } from './panel.js';
export { Participation } from './participation.js';
export { Plan } from './plan.js';
export { PlanReview } from './plan-review.js';
export { ProcessingBasis } from './processing-basis.js';
export { ProcessingCondition } from './processing-condition.js';
export { PromiseRecord } from './promise.js';
export { SourceRef, type Sources } from './provenance.js';
export { Rating, SealedRating } from './rating.js';
export {
  DifferingReferralValue,
  Referral,
  ReferralAnswer,
} from './referral.js';
export { Referrer } from './referrer.js';
export { Refusal } from './refusal.js';
export { DatedRole, RelatedPerson } from './related-person.js';
export { Retention } from './retention.js';
export { RetentionAnswer, RetentionReview } from './retention-review.js';
export { isConcernTold, SafeguardingConcern } from './safeguarding-concern.js';
export { Session } from './session.js';
export { SharingPermission } from './sharing-permission.js';
export { SourceCapture } from './source-capture.js';
export { StopCard } from './stop-card.js';
export { StoredSnapshot } from './stored-snapshot.js';
export {
  DatedAddress,
  DatedCategory,
  DatedSchool,
  DifferingValue,
  ENDING_LISTS,
  EndedValue,
  Subject,
} from './subject.js';
export { Telling } from './telling.js';
export {
  AGE_OF_RESPONSIBILITY,
  BEHAVIOUR_ONLY,
  OFFENCE_CATEGORIES,
  saysOffence,
  UNDER_TEN,
} from './under-ten.js';
export { WRITE_BACK_WAYS, WriteBack } from './write-back.js';
