/** Match: finds out whether the person in a draft is already held, with reasons that an officer can check. */
export { type DoubtSource, doubtedCaptures, isFromCapture } from './capture-doubt.js';
export { compare } from './compare.js';
export type { FoundPerson, PersonDoubt } from './doubt-about.js';
export { draftPerson } from './draft-person.js';
export { HANDLE_RULES } from './handle.js';
export { heldPerson } from './held-person.js';
export {
  canonicalIdentifier,
  type IdentifierForm,
  identifierKey,
  identifierType,
  identifierValue,
  isUnusualForm,
  PLATFORM_ACCOUNT,
} from './identifier.js';
export { linkPeople } from './link-people.js';
export type { Candidate, MatchIndex, SearchOptions, SearchResult } from './match-index.js';
export { matchIndex } from './match-index.js';
export { mayName } from './may-name.js';
export { NAME_WORDS, type NameWords } from './name-words.js';
export {
  LIKENESS_REASONS,
  type LikenessReason,
  type NamedOrganisation,
  type OrganisationCandidate,
  organisationLikeness,
  type SoughtWords,
} from './organisation-likeness.js';
export { emailDomain, isPublicDomain } from './organisation-words.js';
export type { HeldPerson, MatchKind, MatchPerson, MatchValue, SoughtPerson } from './person.js';
export { MATCH_KINDS } from './person.js';
export { type PersonCheck, personDoubt } from './person-doubt.js';
export type { Against, Likeness, Likening, Reason, ReasonKind, Sides, Strength } from './reason.js';
export { AGAINST_KINDS, LIKENESSES, REASON_KINDS, STRENGTHS, turned } from './reason.js';
export type {
  EarlierAnswer,
  SeenAnswer,
  SeenBefore,
  SeenBeforeOptions,
  SeenPerson,
  ValueOrigin,
} from './seen-before.js';
export { originKey, seenBefore } from './seen-before.js';
export { alikeTogether, togetherIssues } from './together-doubt.js';
