export { chosenFromLog, LOG_USES, type LogFilter, type LogOf } from '../desk/case/access-log.js';
export { caseAsKnownOn } from '../desk/case/case-as-known.js';
export type { CaseFile, CaseFileOptions, CaseOfficer } from '../desk/case/case-file.js';
export { caseFile } from '../desk/case/case-file.js';
export { gatherCase, gatherEnquiry } from '../desk/case/gather.js';
export {
  filterTimeline,
  type TimelineEntry,
  type TimelineFilter,
  timeline,
  timelineProse,
} from '../desk/case/timeline.js';
export { clockIssues } from '../desk/diary/clock-issue.js';
export { type DiaryContext, diary, diaryCounts, livingDiary } from '../desk/diary/diary.js';
export { type DiaryFileContext, diaryCalendar, diaryFile } from '../desk/diary/diary-calendar.js';
export {
  DIARY_STATES,
  type Diary,
  type DiaryEntry,
  type DiaryState,
} from '../desk/diary/diary-entry.js';
export type { DiaryFold } from '../desk/diary/diary-fold.js';
export { diaryOrder } from '../desk/diary/diary-order.js';
export { type FollowedDiary, type FollowOptions, followDiary } from '../desk/diary/follow-diary.js';
export { LIST_NAMES, type ListName } from '../desk/lists/list-name.js';
export {
  type AssessmentRow,
  type ConditionRow,
  type EnquiryRow,
  type ListRowOf,
  listKinds,
  type ReferralRow,
  type SubjectRow,
} from '../desk/lists/list-row.js';
export type {
  AdviceRow,
  ConcernRow,
  IdentifiedRow,
  IncidentRow,
  RefusalRow,
} from '../desk/lists/list-row-beside.js';
export {
  type ListAnswer,
  type ListRows,
  type ListRowsOptions,
  listRows,
} from '../desk/lists/list-rows.js';
export type { ByHandContext, ToldSource } from './act/by-hand.js';
export { toldIssues } from './act/by-hand.js';
export type { CaseRoot } from './act/case-root.js';
export {
  caseHolder,
  closedBy,
  type RequestStanding,
  requestStanding,
} from './act/case-state.js';
export { confirmIssues, disposalReference } from './act/confirm-disposal.js';
export type { CaseCommit, CaseContext, Input } from './act/context.js';
export { changedFields, NOTHING_CHANGED } from './act/correct.js';
export { type DecisionWords, standingDecision } from './act/decision-of.js';
export { goesWith, inTheWay } from './act/disposal.js';
export { DUE_ACTS, type DueAct } from './act/due.js';
export { linksOf } from './act/links.js';
export { SUBJECT_UNKNOWN } from './act/subject-unknown.js';
export { type Together, type TogetherCommit, together } from './act/together.js';
export type { AssessmentContext, AssessmentInput } from './assess/assess.js';
export { assess, reviseAssessment, standingAssessment } from './assess/assess.js';
export {
  ASSESSMENT_STANDINGS,
  type AssessmentStanding,
  assessmentStanding,
} from './assess/assessment-standing.js';
export type { FollowedEvidence } from './assess/evidence.js';
export { evidenceOf } from './assess/evidence.js';
export type { OverrideContext } from './assess/override-level.js';
export { confirmOverride, overrideLevel, overrideStanding } from './assess/override-level.js';
export type { RatingContext } from './assess/rate-blind.js';
export { commitRating, compareRatings, openRating, otherOf } from './assess/rate-blind.js';
export { type RatingRound, type RatingStep, ratingRounds } from './assess/rating-round.js';
export type { SignContext } from './assess/sign-assessment.js';
export { changeSinceLast, levelShown, signAssessment } from './assess/sign-assessment.js';
export {
  decideOnPage,
  type PageDecision,
  type PageDecisionContext,
  pageDecision,
} from './assess/tell-assessment.js';
export { type Acknowledgement, acknowledgeConcern } from './contact/acknowledge-concern.js';
export {
  type AgencyContactContext,
  type AgencyContactInput,
  correctAgencyContact,
  logAgencyContact,
} from './contact/agency-contact.js';
export {
  CONCERN_STATES,
  type ConcernState,
  concernState,
  riskOfConcern,
} from './contact/concern-state.js';
export {
  addToConcern,
  type ConcernAdditionInput,
  type ConcernClosure,
  closeConcern,
  nameConcern,
} from './contact/follow-concern.js';
export type { NoteContext, NoteInput } from './contact/keep-note.js';
export { keepNote } from './contact/keep-note.js';
export type { InterventionContext } from './contact/log-intervention.js';
export { logIntervention } from './contact/log-intervention.js';
export {
  logTogether,
  OWN_FIELDS,
  SCHOOL_FIELDS,
  SHARED_FIELDS,
  type TogetherInput,
  type TogetherOne,
} from './contact/log-together.js';
export {
  addObjective,
  closeObjective,
  type ObjectiveClosed,
  type ObjectiveContext,
  type ObjectiveInput,
} from './contact/objective.js';
export {
  endPlan,
  makePlan,
  type PlanContext,
  type PlanInput,
  revisePlan,
  standingPlan,
} from './contact/plan.js';
export { type PlanReviewContext, type PlanReviewInput, reviewPlan } from './contact/plan-review.js';
export type { ConcernContext, RaisedConcern } from './contact/raise-concern.js';
export { raiseConcern } from './contact/raise-concern.js';
export {
  correctIncident,
  type IncidentContext,
  type IncidentInput,
  recordIncident,
} from './contact/record-incident.js';
export {
  type BreachContext,
  noteBreach,
  type ServeContext,
  type ServeInput,
  serveNotice,
  tellOfBreach,
} from './contact/serve-notice.js';
export {
  type Attendance,
  arrangeSession,
  noteAttendance,
  type SessionContext,
  type SessionInput,
} from './contact/session.js';
export {
  completeStopCard,
  joinStopCard,
  looseStopCards,
  openStopCard,
  type StopCardContext,
  type StopCardInput,
} from './contact/stop-card.js';
export type { GivenAway, WriteBackContext } from './contact/write-back.js';
export { keepReference, noteWriteBack, writeBacksOf } from './contact/write-back.js';
export {
  type AnswerContext,
  type AnswerInput,
  answerQuestions,
  HEALTH_QUESTIONS,
} from './intake/answer-questions.js';
export { type AttachContext, attachIdentity } from './intake/attach-identity.js';
export { checkSuitability, type SuitabilityContext } from './intake/check-suitability.js';
export { CORRECTED_OF_REFERRAL, correctReferral } from './intake/correct-referral.js';
export { decideEnquiry, type EnquiryDecisionContext } from './intake/decide-enquiry.js';
export type { DecisionContext, DecisionInput } from './intake/decide-referral.js';
export { decideReferral } from './intake/decide-referral.js';
export { ENQUIRY_STATES, type EnquiryState, enquiryState } from './intake/enquiry-state.js';
export type { ComparedSubject, FileContext, FiledReferral } from './intake/file-referral.js';
export { fileReferral } from './intake/file-referral.js';
export {
  decideIdentification,
  type IdentificationContext,
  type IdentificationDecided,
  type IdentificationInput,
  type IdentifiedPerson,
  type IdentifyContext,
  identifyPerson,
} from './intake/identify-person.js';
export {
  anonymise,
  IDENTITY_KINDS,
  type IdentityFound,
  type IdentityKind,
  identityIn,
  MOST_IDENTITY_LETTERS,
  writtenIdentity,
} from './intake/identity-in.js';
export {
  type AdviceContext,
  type AdviceInput,
  correctAdvice,
  followUpAdvice,
  logAdvice,
} from './intake/log-advice.js';
export {
  makePromise,
  type PromiseContext,
  type PromiseInput,
  type PromiseSettled,
  settlePromise,
} from './intake/promise.js';
export {
  type Handling,
  type RefusalContext,
  type Refused,
  refuseReferral,
  type SettleContext,
  settleRefusal,
} from './intake/refuse-referral.js';
export {
  disclosesCrime,
  handsOver,
  MATTER_FIELDS,
  type Matters,
  mattersSaid,
} from './intake/refused-matters.js';
export {
  type EnquiryReply,
  type ReplyToContext,
  ReplyWords,
  replyText,
  replyTo,
} from './intake/reply-to.js';
export {
  type EnquiryContext,
  type EnquiryInput,
  noteReply,
  type ReplyContext,
  takeEnquiry,
} from './intake/take-enquiry.js';
export {
  type AskContext,
  type AskInput,
  answerRequest,
  askColleague,
  type RequestAnswerContext,
  requestAnswers,
  takeRequestBack,
  waitingLevels,
} from './keeping/ask-colleague.js';
export {
  type CaseStateContext,
  type CloseContext,
  type CloseInput,
  closeCase,
  reopenCase,
  stillOpen,
} from './keeping/close-case.js';
export {
  correctionWords,
  type NoticeContext,
  noticeTold,
  type PastRecipient,
  pastRecipients,
  writeNotice,
} from './keeping/correction.js';
export {
  type CertificateContext,
  type DisposalProof,
  disposalCertificate,
  proveDisposal,
} from './keeping/disposal-certificate.js';
export {
  confirmDisposal,
  type DisposalContext,
  type DisposalPlan,
  goesWithCase,
  inTheWayOfCase,
  planDisposal,
} from './keeping/dispose-case.js';
export type { HoldContext } from './keeping/hold.js';
export { liftHold, placeHold, reviewHold } from './keeping/hold.js';
export { keepingLaw, type LawContext } from './keeping/keeping-law.js';
export {
  type RetentionCall,
  type RetentionStanding,
  retentionStanding,
} from './keeping/retention-standing.js';
export { type ReviewCaseContext, reviewCase } from './keeping/review-case.js';
export {
  chooseRetention,
  type RetentionAnswerInput,
  type RetentionContext,
  type ReviewInput,
  reviewRetention,
} from './keeping/review-retention.js';
export type { LawOfficer } from './keeping/sensitive-law.js';
export {
  type AdviceOnCautionInput,
  adviseCaution,
  answerAdvice,
  type GivenInput,
  type OrderContext,
  recordOrder,
} from './orders/advise-caution.js';
export {
  addCondition,
  type ConditionContext,
  type ConditionInput,
  certifyCondition,
  takeOutCondition,
} from './orders/condition.js';
export {
  addEvidence,
  correctEvidence,
  type EvidenceContext,
  tellOfCondition,
} from './orders/condition-evidence.js';
export {
  beginMonitoring,
  correctMonitoring,
  endMonitoring,
  type MonitoringContext,
  standingMonitoring,
} from './orders/monitoring.js';
export { type CheckContext, correctCheck, recordCheck } from './orders/offending-check.js';
export { endOrder, noteInterview, proposeOutcome, recordOutcome } from './orders/order-outcome.js';
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
} from './orders/order-state.js';
export {
  arrangePanel,
  finishAction,
  holdPanel,
  type PanelContext,
  rearrangePanel,
} from './orders/panel.js';
export {
  acknowledgeCheck,
  askToCheck,
  type ContactCheckContext,
  hasAcknowledged,
  liftCheck,
  standingChecks,
} from './person/contact-check.js';
export { type ContactPlanContext, writeContactPlan } from './person/contact-plan.js';
export {
  type DateContradiction,
  type DatedCase,
  dateContradictions,
} from './person/date-contradictions.js';
export {
  type DisclosedDocument,
  type DisclosureInput,
  discloseDocument,
} from './person/disclose-document.js';
export {
  addHandle,
  canonicalHandle,
  correctHandle,
  type HandleInput,
  type LedgerContext,
  sawHandle,
} from './person/handle-ledger.js';
export type { Move } from './person/move-to-subject.js';
export { moveToSubject } from './person/move-to-subject.js';
export {
  type ParticipationContext,
  recordParticipation,
  standingParticipation,
  type Withdrawal,
  withdrawParticipation,
} from './person/participation.js';
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
} from './person/person-detail.js';
export { type BasisContext, endBasis, recordBasis } from './person/processing-basis.js';
export {
  addRelatedPerson,
  changeRelatedPerson,
  type RelatedPersonContext,
} from './person/related-person.js';
export { addCategory, type CategoryContext, endCategory } from './person/subject-category.js';
export { recordTelling, type TellingContext } from './person/telling.js';
export {
  BankHolidayTable,
  checkCalendar,
  DAY_STATUSES,
  isWorkingDay,
  type WorkingCalendar,
  workingCalendar,
  workingDayAfter,
  workingDaysBetween,
} from './rules/calendar.js';
export { conditionsFor, gatherConditions, LibraryCondition } from './rules/condition-library.js';
export { gatherMonitoring, MonitoringRules } from './rules/monitoring-rules.js';
export { type NoticeText, servedNoticeText } from './rules/notice-text.js';
export {
  gatherOrderRules,
  OrderRule,
  OrderRules,
  OutcomeRule,
  orderRule,
} from './rules/order-rules.js';
export {
  gatherRetention,
  RetentionPeriod,
  RetentionRules,
  type RetentionTrigger,
} from './rules/retention-rules.js';
export { gatherSignposts, Signpost, signpostsFor } from './rules/signpost.js';
export {
  dueAfter,
  gatherTimeLimits,
  TIME_LIMIT_IDS,
  TimeLimit,
  type TimeLimitId,
  type TimeLimits,
} from './rules/time-limit.js';
export {
  checkTriggers,
  gatherTriggers,
  readTriggers,
  Trigger,
  TriggerCondition,
} from './rules/trigger.js';
