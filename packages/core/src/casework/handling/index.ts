export {
  correctHandling,
  type HandlingCorrection,
  isLooser,
} from './correct-handling.js';
export {
  type CaseHandling,
  caseHandling,
  conditionLines,
  handlingOfPaper,
  handlingOfWhole,
  type LeavingRecord,
  paperGate,
  type WholeHandling,
} from './handling-of-paper.js';
export {
  type FindRecord,
  type HandlingOn,
  handlingOn,
  originsAt,
  originsOn,
} from './handling-on.js';
export { capturesBehind, hasConditions } from './on-file.js';
export { type HandlingOrigin, handlingWords, originIn, strictestMarking } from './origin.js';
export {
  endPermission,
  type PermitContext,
  permitSharing,
  waysToPermit,
} from './permit-sharing.js';
export {
  answerOf,
  type HandlingTerms,
  isInForce,
  stopWords,
  verdictOf,
  verdictOn,
} from './verdict.js';
export { wayOut, wayTo } from './way-out.js';
