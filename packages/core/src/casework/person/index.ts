export { alikeIssues } from './alike-law.js';
export { type AlsoRecordedInput, dropAlsoRecorded, recordInstead } from './also-recorded.js';
export { type ClosedRecords, closedRecords } from './closed-records.js';
export {
  acknowledgeCheck,
  askToCheck,
  type ContactCheckContext,
  hasAcknowledged,
  liftCheck,
  standingChecks,
} from './contact-check.js';
export { type ContactPlanContext, writeContactPlan } from './contact-plan.js';
export {
  type DateContradiction,
  type DatedCase,
  dateContradictions,
} from './date-contradictions.js';
export { PERSON_DETAILS, type PersonDetail } from './detail/detail-name.js';
export {
  type DisclosedDocument,
  type DisclosureInput,
  discloseDocument,
} from './disclose-document.js';
export type { FieldValue } from './given-by-save.js';
export {
  ASKED_OF_IDENTIFIER,
  addHandle,
  canonicalHandle,
  correctHandle,
  type HandleInput,
  type LedgerContext,
  sawHandle,
} from './handle-ledger.js';
export {
  type Attribution,
  type AttributionContext,
  alsoIdentifierOf,
  keepOnNobody,
  notTheirIdentifier,
  sayWhoseIdentifier,
} from './identifier/attribute-identifier.js';
export { identifierIssues } from './identifier/identifier-issues.js';
export { type IdentifierRow, identifierWords, withMoment } from './identifier/list-rows.js';
export {
  identifierInTheWay,
  keepIdentifier,
  letGoIdentifier,
} from './identifier/nobody-identifier.js';
export {
  closedTo,
  declareKnown,
  isTold,
  KNOWN_PERSON,
  type KnownPersonContext,
  type KnownPersonInput,
  tellSupervisor,
} from './known-person.js';
export { RECORD_CLOSED, type SubjectRow } from './list-rows.js';
export { loggedSince } from './logged-since.js';
export type { MoveDoubt } from './move-doubt.js';
export { type MovedSave, moveSave, type SaveMove } from './move-save.js';
export type { Move } from './move-to-subject.js';
export { moveToSubject } from './move-to-subject.js';
export * from './offence/index.js';
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
} from './person-detail.js';
export { type BasisContext, endBasis, recordBasis } from './processing-basis.js';
export {
  addRelatedPerson,
  changeRelatedPerson,
  type RelatedPersonContext,
} from './related-person.js';
export { type NamedOnRecord, newlyAlike } from './same-person.js';
export { addCategory, type CategoryContext, endCategory } from './subject-category.js';
export { recordTelling, type TellingContext } from './telling.js';
export { isUnnamed, type TellingFacts, tellingFacts } from './telling-facts.js';
