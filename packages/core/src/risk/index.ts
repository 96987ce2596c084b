export { checkInstrument } from './check-instrument.js';
export type { Answers, Band, Instrument, InstrumentStatus, Item } from './instrument.js';
export {
  answersTo,
  COMMON_ANSWERS,
  INSTRUMENT_STATUSES,
  MISSING_ANSWERS,
} from './instrument.js';
export type { LevelSensitivity, Score } from './score.js';
export { score, sensitivity } from './score.js';
export { gatherInstruments } from './shipped.js';
export type { RiskSummary } from './summary.js';
export { summariseRisk } from './summary.js';
