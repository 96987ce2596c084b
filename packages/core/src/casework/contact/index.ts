export { type Acknowledgement, acknowledgeConcern } from './acknowledge-concern.js';
export { addToConcern, type ConcernAdditionInput } from './add-to-concern.js';
export {
  type AgencyContactContext,
  type AgencyContactInput,
  correctAgencyContact,
  logAgencyContact,
} from './agency-contact.js';
export {
  escalateConcern,
  noteAcknowledgement,
  noteCrime,
  reviewConcern,
} from './answer-concern.js';
export {
  type AwaitedAcknowledgement,
  acknowledgementAwaited,
  crimeOwedSince,
} from './concern-clock.js';
export {
  CONCERN_STEPS,
  type ConcernStep,
  type ConcernStepName,
  concernCourse,
} from './concern-course.js';
export type { ConcernAsStored } from './concern-entries.js';
export {
  CONCERN_STATES,
  type ConcernState,
  concernOrder,
  concernState,
  isInDangerNow,
  mayBeInDanger,
  type OrderedConcern,
  openConcerns,
  riskOfConcern,
  storedConcernOrder,
} from './concern-state.js';
export { type ConcernTelling, concernTellings } from './concern-tellings.js';
export { contactDateIssues } from './contact-dates.js';
export {
  beforeConcernCloses,
  type ConcernClosure,
  closeConcern,
  nameConcern,
} from './follow-concern.js';
export type { NoteContext, NoteInput } from './keep-note.js';
export { CORRECTED_OF_NOTE, correctNote, keepNote } from './keep-note.js';
export type { ConcernRow, IncidentRow, NoteRow } from './list-rows.js';
export type { InterventionContext, InterventionInput } from './log-intervention.js';
export { logIntervention } from './log-intervention.js';
export {
  logTogether,
  OWN_FIELDS,
  SCHOOL_FIELDS,
  SHARED_FIELDS,
  type TogetherInput,
  type TogetherOne,
} from './log-together.js';
export { type NamedOffence, namedOffences } from './named-offences.js';
export {
  addObjective,
  closeObjective,
  type ObjectiveClosed,
  type ObjectiveContext,
  type ObjectiveInput,
} from './objective.js';
export {
  endPlan,
  makePlan,
  openInPlan,
  type PlanContext,
  type PlanInput,
  revisePlan,
  standingPlan,
} from './plan.js';
export { type PlanReviewContext, type PlanReviewInput, reviewPlan } from './plan-review.js';
export type { ConcernContext, RaisedConcern } from './raise-concern.js';
export { raiseConcern } from './raise-concern.js';
export {
  correctIncident,
  type IncidentContext,
  type IncidentInput,
  recordIncident,
} from './record-incident.js';
export {
  type BreachContext,
  NAMED_READ,
  noteBreach,
  type ServeContext,
  type ServeInput,
  serveNotice,
  tellOfBreach,
} from './serve-notice.js';
export {
  type Attendance,
  arrangeSession,
  isAttendanceSayable,
  noteAttendance,
  type SessionContext,
  type SessionInput,
  sessionOrder,
  sessionWhen,
} from './session.js';
export {
  completeStopCard,
  joinStopCard,
  looseStopCards,
  openStopCard,
  type StopCardContext,
  type StopCardInput,
} from './stop-card.js';
export type { GivenAway, WriteBackContext } from './write-back.js';
export { keepReference, noteWriteBack, writeBacksOf } from './write-back.js';
