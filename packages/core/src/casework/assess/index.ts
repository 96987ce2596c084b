export { ageFact } from './age-fact.js';
export type { AssessmentContext, AssessmentInput } from './assess.js';
export { assess, reviseAssessment, standingAssessment } from './assess.js';
export {
  ASSESSMENT_STANDINGS,
  type AssessmentStanding,
  assessmentStanding,
} from './assessment-standing.js';
export type { FollowedEvidence } from './evidence.js';
export { evidenceOf } from './evidence.js';
export type { AssessmentRow } from './list-rows.js';
export type { OverrideContext } from './override-level.js';
export {
  confirmationStop,
  confirmOverride,
  overrideLevel,
  overrideStanding,
} from './override-level.js';
export type { RatingContext } from './rate-blind.js';
export { commitRating, compareRatings, openRating, otherOf } from './rate-blind.js';
export { type RatingRound, type RatingStep, ratingRounds } from './rating-round.js';
export type { SignContext } from './sign-assessment.js';
export {
  changeSinceLast,
  levelShown,
  missingToSign,
  signAssessment,
} from './sign-assessment.js';
export {
  decideOnPage,
  type PageDecision,
  type PageDecisionContext,
  pageDecision,
} from './tell-assessment.js';
