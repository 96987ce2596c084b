/** Find: who is meant by a few words of anything on record. Has a search engine of its own, so it is loaded apart. */
export {
  type FindAnswer,
  type FindOptions,
  type FindPeople,
  type FindPeopleOptions,
  type FoundOwner,
  type FoundPlace,
  findPeople,
  type HowFound,
} from './find-people.js';
