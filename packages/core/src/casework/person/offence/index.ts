export {
  CORRECTED_OF_OFFENCE,
  correctOffence,
  correctStanding,
  keepAsBehaviour,
  type StandingCorrection,
  withdrawOffence,
} from './correct-offence.js';
export { sectionDayIssues } from './offence-issues.js';
export {
  OFFENCE_FIELDS,
  type OffenceContext,
  type OffenceInput,
  offenceFromReferral,
  type ReferralWords,
  recordOffence,
  recordStanding,
  STANDING_FIELDS,
  type StandingInput,
} from './record-offence.js';
export { type SectionSuggestion, suggestSections, wordsToAsk } from './suggest-section.js';
