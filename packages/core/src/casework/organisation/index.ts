export { type Became, becomeOther, undoBecame } from './become-other.js';
export {
  CHOSEN,
  type JoinContext,
  joinWords,
  MADE_FROM_WORDS,
  type TickedPlace,
  undoJoin,
  withChosen,
} from './join-words.js';
export {
  becameOne,
  LINK_STATES,
  type LinkState,
  linkState,
  organisationCourse,
} from './link-state.js';
export type { OrganisationRow } from './list-rows.js';
export { organisationsOfCase } from './of-case.js';
export {
  addOrganisation,
  closeOrganisation,
  correctOrganisation,
  ORGANISATION_ASKED,
  type OrganisationContext,
  renameOrganisation,
  sharedIdentifier,
} from './organisation.js';
export { organisationApart } from './told-apart.js';
export { type WordPlace, wordPlaces } from './word-place.js';
export {
  candidatesFor,
  type OpenPlace,
  openPlaces,
  type WordsAlike,
  wordsToJoin,
} from './words-to-join.js';
