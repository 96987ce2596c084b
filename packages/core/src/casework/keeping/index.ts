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
export * from './attachment/index.js';
export { closingStops } from './closing-stops.js';
export {
  type NoticeContext,
  noticeTold,
  type PastRecipient,
  pastRecipients,
  writeNotice,
} from './correction.js';
export { correctionWords } from './correction-words.js';
export { isOwnForce, OWN_USE, takesSeveralPeople } from './disclosure-law.js';
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
export type { HoldContext } from './hold.js';
export { liftHold, placeHold, reviewHold } from './hold.js';
export { keepingLaw, type LawContext } from './keeping-law.js';
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
export { type SetReviewsContext, setReviews } from './set-reviews.js';
