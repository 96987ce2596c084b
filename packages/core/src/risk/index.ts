export type { Agreement, RatedPair } from './agreement.js';
export { agreement, cohensKappa } from './agreement.js';
export { answerLabel, answersTo } from './answer.js';
export type { AskedFact, GivenFact } from './asked-fact.js';
export { factsAsked, factsGiven } from './asked-fact.js';
export type { BlindRating } from './blind-rating.js';
export { commitmentTo, isAsCommitted, RATING_SALT_BYTES } from './blind-rating.js';
export type { AnswerChange, Answered, ChangeSince } from './change-since.js';
export { changeSince } from './change-since.js';
export type { AnswersFile } from './check-answers.js';
export { checkAnswers } from './check-answers.js';
export { checkInstrument } from './check-instrument.js';
export type { CompiledInstrument } from './compile-instrument.js';
export { compileInstrument } from './compile-instrument.js';
export type {
  Answers,
  Applicability,
  Band,
  Clause,
  Domain,
  Ground,
  Instrument,
  InstrumentStatus,
  Item,
  MinimumAnswers,
  Rule,
  Supersession,
} from './instrument.js';
export {
  COMMON_ANSWERS,
  GROUND_KINDS,
  INSTRUMENT_STATUSES,
  ITEM_STATUSES,
  MISSING_ANSWERS,
} from './instrument.js';
export type { Facts, Finding, LevelReading, LevelReason, NoLevel, TooFew } from './level.js';
export { applicability, levelOf } from './level.js';
export { shapeIssues } from './placed-issue.js';
export type { Score } from './score.js';
export { score } from './score.js';
export type { LevelMove, LevelSensitivity, LevelStep } from './sensitivity.js';
export { levelMoves, sensitivity } from './sensitivity.js';
export { gatherInstruments } from './shipped.js';
export type { RiskSummary } from './summary.js';
export { summariseRisk } from './summary.js';
export type { InstrumentRef } from './superseded.js';
export { supersession } from './superseded.js';
