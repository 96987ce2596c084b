export type { ByHandContext, ToldSource } from './by-hand.js';
export { toldIssues } from './by-hand.js';
export { type CaseRoot, isRoot } from './case-root.js';
export {
  caseHolder,
  closedBy,
  type RequestStanding,
  requestStanding,
} from './case-state.js';
export { confirmIssues, disposalReference } from './confirm-disposal.js';
export type { CaseCommit, CaseContext, Input } from './context.js';
export { changedFields, NOTHING_CHANGED } from './correct.js';
export { type DecisionWords, standingDecision } from './decision-of.js';
export { goesWith, inTheWay } from './disposal.js';
export { DUE_ACTS, type DueAct } from './due.js';
export type { NamedGateway } from './gateway-issues.js';
export { holdsElsewhere } from './held-elsewhere.js';
export { isLateReview, type ReviewLimitId, type ReviewRules } from './late-review.js';
export { linksOf } from './links.js';
export { BEHAVIOUR_CODE, NO_SECTION_CODE, type OffenceCodes } from './offence-codes.js';
export {
  type BehaviourWhy,
  behaviourOnly,
  canBeBehaviour,
  dayOfBehaviour,
  endsMatter,
  isMatterOver,
  isOffenceAsked,
  presentStanding,
  referralAsKnown,
  shownOffence,
  standingsInOrder,
} from './offence-state.js';
export {
  disclosesCrime,
  handsOver,
  MATTER_FIELDS,
  type Matters,
  mattersSaid,
} from './refused-matters.js';
export { standingContacts } from './standing-contacts.js';
export { SUBJECT_UNKNOWN } from './subject-unknown.js';
export { type Together, type TogetherCommit, together } from './together.js';
