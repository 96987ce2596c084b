export { chosenFromLog, LOG_USES, type LogFilter, type LogOf } from './access-log.js';
export { type Acknowledgement, acknowledgeConcern } from './acknowledge-concern.js';
export {
  type AdviceOnCautionInput,
  adviseCaution,
  answerAdvice,
  type GivenInput,
  type OrderContext,
  recordOrder,
} from './advise-caution.js';
export {
  type AgencyContactContext,
  type AgencyContactInput,
  correctAgencyContact,
  logAgencyContact,
} from './agency-contact.js';
export {
  type AnswerContext,
  type AnswerInput,
  answerQuestions,
  HEALTH_QUESTIONS,
} from './answer-questions.js';
export {
  type AskContext,
  type AskInput,
  answerRequest,
  askColleague,
  type RequestAnswerContext,
  requestAnswers,
  takeRequestBack,
  waitingLevels,
} from './ask-colleague.js';
export type { AssessmentContext, AssessmentInput } from './assess.js';
export { assess, reviseAssessment, standingAssessment } from './assess.js';
export {
  ASSESSMENT_STANDINGS,
  type AssessmentStanding,
  assessmentStanding,
} from './assessment-standing.js';
export { type AttachContext, attachIdentity } from './attach-identity.js';
export type { ByHandContext, ToldSource } from './by-hand.js';
export { toldIssues } from './by-hand.js';
export {
  BankHolidayTable,
  checkCalendar,
  DAY_STATUSES,
  isWorkingDay,
  type WorkingCalendar,
  workingCalendar,
  workingDayAfter,
  workingDaysBetween,
} from './calendar.js';
export { caseAsKnownOn } from './case-as-known.js';
export type { CaseFile, CaseFileOptions, CaseOfficer } from './case-file.js';
export { caseFile } from './case-file.js';
export type { CaseRoot } from './case-root.js';
export {
  caseHolder,
  closedBy,
  type RequestStanding,
  requestStanding,
} from './case-state.js';
export { checkSuitability, type SuitabilityContext } from './check-suitability.js';
export { clockIssues } from './clock-issue.js';
export {
  type CaseStateContext,
  type CloseContext,
  type CloseInput,
  closeCase,
  reopenCase,
  stillOpen,
} from './close-case.js';
export { CONCERN_STATES, type ConcernState, concernState, riskOfConcern } from './concern-state.js';
export {
  addCondition,
  type ConditionContext,
  type ConditionInput,
  certifyCondition,
  takeOutCondition,
} from './condition.js';
export {
  addEvidence,
  correctEvidence,
  type EvidenceContext,
  tellOfCondition,
} from './condition-evidence.js';
export { conditionsFor, gatherConditions, LibraryCondition } from './condition-library.js';
export { confirmIssues, disposalReference } from './confirm-disposal.js';
export {
  acknowledgeCheck,
  askToCheck,
  type ContactCheckContext,
  hasAcknowledged,
  liftCheck,
  standingChecks,
} from './contact-check.js';
export { type ContactPlanContext, writeContactPlan } from './contact-plan.js';
export type { CaseCommit, CaseContext, Input } from './context.js';
export { changedFields, NOTHING_CHANGED } from './correct.js';
export { CORRECTED_OF_REFERRAL, correctReferral } from './correct-referral.js';
export {
  correctionWords,
  type NoticeContext,
  noticeTold,
  type PastRecipient,
  pastRecipients,
  writeNotice,
} from './correction.js';
export {
  type DateContradiction,
  type DatedCase,
  dateContradictions,
} from './date-contradictions.js';
export { decideEnquiry, type EnquiryDecisionContext } from './decide-enquiry.js';
export type { DecisionContext, DecisionInput } from './decide-referral.js';
export { decideReferral } from './decide-referral.js';
export { type DecisionWords, standingDecision } from './decision-of.js';
export { type DiaryContext, diary, diaryCounts, livingDiary } from './diary.js';
export { type DiaryFileContext, diaryCalendar, diaryFile } from './diary-calendar.js';
export { DIARY_STATES, type Diary, type DiaryEntry, type DiaryState } from './diary-entry.js';
export type { DiaryFold } from './diary-fold.js';
export { diaryOrder } from './diary-order.js';
export {
  type DisclosedDocument,
  type DisclosureInput,
  discloseDocument,
} from './disclose-document.js';
export { goesWith, inTheWay } from './disposal.js';
export {
  type CertificateContext,
  type DisposalProof,
  disposalCertificate,
  proveDisposal,
} from './disposal-certificate.js';
export {
  confirmDisposal,
  type DisposalContext,
  type DisposalPlan,
  goesWithCase,
  inTheWayOfCase,
  planDisposal,
} from './dispose-case.js';
export { DUE_ACTS, type DueAct } from './due.js';
export { ENQUIRY_STATES, type EnquiryState, enquiryState } from './enquiry-state.js';
export type { FollowedEvidence } from './evidence.js';
export { evidenceOf } from './evidence.js';
export type { ComparedSubject, FileContext, FiledReferral } from './file-referral.js';
export { fileReferral } from './file-referral.js';
export {
  addToConcern,
  type ConcernAdditionInput,
  type ConcernClosure,
  closeConcern,
  nameConcern,
} from './follow-concern.js';
export { type FollowedDiary, type FollowOptions, followDiary } from './follow-diary.js';
export { gatherCase, gatherEnquiry } from './gather.js';
export {
  addHandle,
  canonicalHandle,
  correctHandle,
  type HandleInput,
  type LedgerContext,
  sawHandle,
} from './handle-ledger.js';
export type { HoldContext } from './hold.js';
export { liftHold, placeHold, reviewHold } from './hold.js';
export {
  decideIdentification,
  type IdentificationContext,
  type IdentificationDecided,
  type IdentificationInput,
  type IdentifiedPerson,
  type IdentifyContext,
  identifyPerson,
} from './identify-person.js';
export {
  anonymise,
  IDENTITY_KINDS,
  type IdentityFound,
  type IdentityKind,
  identityIn,
  MOST_IDENTITY_LETTERS,
  writtenIdentity,
} from './identity-in.js';
export type { NoteContext, NoteInput } from './keep-note.js';
export { keepNote } from './keep-note.js';
export { keepingLaw, type LawContext } from './keeping-law.js';
export { linksOf } from './links.js';
export { LIST_NAMES, type ListName } from './list-name.js';
export {
  type AssessmentRow,
  type ConditionRow,
  type EnquiryRow,
  type ListRowOf,
  listKinds,
  type ReferralRow,
  type SubjectRow,
} from './list-row.js';
export type {
  AdviceRow,
  ConcernRow,
  IdentifiedRow,
  IncidentRow,
  RefusalRow,
} from './list-row-beside.js';
export { type ListAnswer, type ListRows, type ListRowsOptions, listRows } from './list-rows.js';
export {
  type AdviceContext,
  type AdviceInput,
  correctAdvice,
  followUpAdvice,
  logAdvice,
} from './log-advice.js';
export type { InterventionContext } from './log-intervention.js';
export { logIntervention } from './log-intervention.js';
export {
  logTogether,
  OWN_FIELDS,
  SCHOOL_FIELDS,
  SHARED_FIELDS,
  type TogetherInput,
  type TogetherOne,
} from './log-together.js';
export {
  beginMonitoring,
  correctMonitoring,
  endMonitoring,
  type MonitoringContext,
  standingMonitoring,
} from './monitoring.js';
export { gatherMonitoring, MonitoringRules } from './monitoring-rules.js';
export type { Move } from './move-to-subject.js';
export { moveToSubject } from './move-to-subject.js';
export { type NoticeText, servedNoticeText } from './notice-text.js';
export {
  addObjective,
  closeObjective,
  type ObjectiveClosed,
  type ObjectiveContext,
  type ObjectiveInput,
} from './objective.js';
export { type CheckContext, correctCheck, recordCheck } from './offending-check.js';
export { endOrder, noteInterview, proposeOutcome, recordOutcome } from './order-outcome.js';
export { gatherOrderRules, OrderRule, OrderRules, OutcomeRule, orderRule } from './order-rules.js';
export {
  CONDITION_STATES,
  type ConditionState,
  completedOn,
  conditionState,
  conditionsOf,
  evidenceOf as evidenceOfCondition,
  ORDER_STATES,
  type OrderState,
  openConditions,
  orderState,
} from './order-state.js';
export type { OverrideContext } from './override-level.js';
export { confirmOverride, overrideLevel, overrideStanding } from './override-level.js';
export {
  arrangePanel,
  finishAction,
  holdPanel,
  type PanelContext,
  rearrangePanel,
} from './panel.js';
export {
  type ParticipationContext,
  recordParticipation,
  standingParticipation,
  type Withdrawal,
  withdrawParticipation,
} from './participation.js';
export {
  addDetail,
  correctDetail,
  type DetailContext,
  type DetailInput,
  type DetailWords,
  endDetail,
  endOf,
  PERSON_DETAILS,
  type PersonDetail,
} from './person-detail.js';
export {
  endPlan,
  makePlan,
  type PlanContext,
  type PlanInput,
  revisePlan,
  standingPlan,
} from './plan.js';
export { type PlanReviewContext, type PlanReviewInput, reviewPlan } from './plan-review.js';
export { type BasisContext, endBasis, recordBasis } from './processing-basis.js';
export {
  makePromise,
  type PromiseContext,
  type PromiseInput,
  type PromiseSettled,
  settlePromise,
} from './promise.js';
export type { ConcernContext, RaisedConcern } from './raise-concern.js';
export { raiseConcern } from './raise-concern.js';
export type { RatingContext } from './rate-blind.js';
export { commitRating, compareRatings, openRating, otherOf } from './rate-blind.js';
export { type RatingRound, type RatingStep, ratingRounds } from './rating-round.js';
export {
  correctIncident,
  type IncidentContext,
  type IncidentInput,
  recordIncident,
} from './record-incident.js';
export {
  type Handling,
  type RefusalContext,
  type Refused,
  refuseReferral,
  type SettleContext,
  settleRefusal,
} from './refuse-referral.js';
export {
  disclosesCrime,
  handsOver,
  MATTER_FIELDS,
  type Matters,
  mattersSaid,
} from './refused-matters.js';
export {
  addRelatedPerson,
  changeRelatedPerson,
  type RelatedPersonContext,
} from './related-person.js';
export {
  type EnquiryReply,
  type ReplyToContext,
  ReplyWords,
  replyText,
  replyTo,
} from './reply-to.js';
export {
  gatherRetention,
  RetentionPeriod,
  RetentionRules,
  type RetentionTrigger,
} from './retention-rules.js';
export {
  type RetentionCall,
  type RetentionStanding,
  retentionStanding,
} from './retention-standing.js';
export { type ReviewCaseContext, reviewCase } from './review-case.js';
export {
  chooseRetention,
  type RetentionAnswerInput,
  type RetentionContext,
  type ReviewInput,
  reviewRetention,
} from './review-retention.js';
export type { LawOfficer } from './sensitive-law.js';
export {
  type BreachContext,
  noteBreach,
  type ServeContext,
  type ServeInput,
  serveNotice,
  tellOfBreach,
} from './serve-notice.js';
export {
  type Attendance,
  arrangeSession,
  noteAttendance,
  type SessionContext,
  type SessionInput,
} from './session.js';
export type { SignContext } from './sign-assessment.js';
export { changeSinceLast, levelShown, signAssessment } from './sign-assessment.js';
export { gatherSignposts, Signpost, signpostsFor } from './signpost.js';
export {
  completeStopCard,
  joinStopCard,
  looseStopCards,
  openStopCard,
  type StopCardContext,
  type StopCardInput,
} from './stop-card.js';
export { addCategory, type CategoryContext, endCategory } from './subject-category.js';
export { SUBJECT_UNKNOWN } from './subject-unknown.js';
export {
  type EnquiryContext,
  type EnquiryInput,
  noteReply,
  type ReplyContext,
  takeEnquiry,
} from './take-enquiry.js';
export {
  decideOnPage,
  type PageDecision,
  type PageDecisionContext,
  pageDecision,
} from './tell-assessment.js';
export { recordTelling, type TellingContext } from './telling.js';
export {
  dueAfter,
  gatherTimeLimits,
  TIME_LIMIT_IDS,
  TimeLimit,
  type TimeLimitId,
  type TimeLimits,
} from './time-limit.js';
export {
  filterTimeline,
  type TimelineEntry,
  type TimelineFilter,
  timeline,
  timelineProse,
} from './timeline.js';
export { type Together, type TogetherCommit, together } from './together.js';
export {
  checkTriggers,
  gatherTriggers,
  readTriggers,
  Trigger,
  TriggerCondition,
} from './trigger.js';
export type { GivenAway, WriteBackContext } from './write-back.js';
export { keepReference, noteWriteBack, writeBacksOf } from './write-back.js';
