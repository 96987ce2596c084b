export {
  type AnswerContext,
  type AnswerInput,
  answerQuestions,
  HEALTH_QUESTIONS,
} from './answer-questions.js';
export { type AttachContext, attachIdentity } from './attach-identity.js';
export { checkSuitability, type SuitabilityContext } from './check-suitability.js';
export { CORRECTED_OF_REFERRAL, correctReferral } from './correct-referral.js';
export { decideEnquiry, type EnquiryDecisionContext } from './decide-enquiry.js';
export type { DecisionContext, DecisionInput } from './decide-referral.js';
export { decideReferral } from './decide-referral.js';
export { ENQUIRY_STATES, type EnquiryState, enquiryState } from './enquiry-state.js';
export type { ComparedSubject, FileContext, FiledReferral } from './file-referral.js';
export { fileReferral } from './file-referral.js';
export {
  type FiledTogether,
  fileTogether,
  type JudgedRow,
  judgeTogether,
  MOST_TOGETHER,
  type RowOfFile,
  type TogetherContext,
} from './file-together.js';
export {
  decideIdentification,
  handlingOfPassing,
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
export type { AdviceRow, EnquiryRow, IdentifiedRow, ReferralRow, RefusalRow } from './list-rows.js';
export {
  type AdviceContext,
  type AdviceInput,
  correctAdvice,
  followUpAdvice,
  logAdvice,
} from './log-advice.js';
export {
  makePromise,
  type PromiseContext,
  type PromiseInput,
  type PromiseSettled,
  settlePromise,
} from './promise.js';
export {
  type ReferralFacts,
  referralFacts,
  UNKNOWN_FACTS,
  type UnknownFact,
} from './referral-facts.js';
export {
  checkRefusal,
  type Handling,
  type RefusalContext,
  type RefusalStep,
  type Refused,
  refuseReferral,
  type SettleContext,
  settleRefusal,
} from './refuse-referral.js';
export {
  type EnquiryReply,
  type ReplyToContext,
  ReplyWords,
  replyText,
  replyTo,
} from './reply-to.js';
export {
  type EnquiryContext,
  type EnquiryInput,
  noteReply,
  type ReplyContext,
  takeEnquiry,
} from './take-enquiry.js';
