/**
 * Code that the review needs only when the officer acts: the readers of values, and filing. Loaded after the draft is
 * painted.
 */
export {
  assignPath,
  loggedSince,
  mayTakeTogether,
  moveSave,
  personDoubt,
  readCorrection,
  takeTogether,
  undoSave,
} from '@cyber-prevent/core';
export { doubtKey } from './person/doubt-words.js';
export { personKey } from './person/person-key.js';
export { typedName } from './person/typed-name.js';
export { saveDraft } from './save-draft.js';
export { alongWords, loggedWith, movedWords, moveQuestion } from './saved/moved-words.js';
export {
  comparedAs,
  conflictsWith,
  draftPerson,
  filingErrors,
  intoMissing,
  REFERRAL_GONE,
  standing,
  unanswered,
} from './settle.js';
