// The practice record system for tests: start it, ask for the contents of a page, stop it.
export type { PracticeContact } from './contact.ts';
export type { LookId } from './looks/look.ts';
export { shownOn } from './looks/looks.ts';
export type {
  OnlineIdentifier,
  PracticeParent,
  PracticeRecord,
  PracticeReferrer,
  PracticeSubject,
} from './record.ts';
export { practiceRecords } from './records.ts';
export {
  type PracticeRequest,
  type PracticeRms,
  type PracticeRmsOptions,
  startPracticeRms,
} from './server.ts';
