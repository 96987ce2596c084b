export type { ChangeSet, ChangeSetIds, Conflict } from './change-set.js';
export type { Clip } from './clip.js';
export { clip, clippedDraft } from './clip.js';
export type { ImportOrigin } from './draft-of-fields.js';
export { draftOfFields } from './draft-of-fields.js';
export type { FieldTexts, FieldValues } from './field-values.js';
export type { FileDate } from './file-date.js';
export { fileDates } from './file-date.js';
export { type FileDateOrders, fileDateOrders } from './file-date-order.js';
export type { GatedWork, Regime } from './gates.js';
export { defaultGates, draftGates, Gates, REGIMES } from './gates.js';
export type { KeptPage, PageChoice } from './kept-page.js';
export { keepPage, pageChoiceIssue, pageToKeep } from './kept-page.js';
export { asksNarrative, NARRATIVE_LEFT, narrativeLeft } from './narrative-left.js';
export { asksAuthority } from './open-source.js';
export type { ConditionNeed } from './processing-conditions.js';
export {
  atCondition,
  conditionAnswer,
  conditionNeeds,
  conditionPrefix,
  regimeOfGates,
  withConditionAnswer,
} from './processing-conditions.js';
export type { ReviewContext } from './review.js';
export { review } from './review.js';
export { atRow, mayTakeSpecial } from './row-words.js';
export type { WordsAsked, WordsOfKind } from './sensitive-words.js';
export {
  atWords,
  kindsIn,
  SENSITIVE_WORDS,
  SensitiveWords,
  sensitiveWordsIn,
  wordsAsked,
} from './sensitive-words.js';
export { severalValues } from './several-values.js';
export { shownHandling } from './shown-handling.js';
export { saysSpecial, takenProse, withWordsAnswer } from './words-answer.js';
