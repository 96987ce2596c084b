export {
  BankHolidayTable,
  checkCalendar,
  DAY_STATUSES,
  isWorkingDay,
  type WorkingCalendar,
  workingCalendar,
  workingDayAfter,
  workingDaysBetween,
} from './calendar.js';
export type { CaseFile, CaseFileOptions, CaseOfficer } from './case-file.js';
export { caseFile } from './case-file.js';
export type { CaseCommit, CaseContext, Input } from './context.js';
export type { DecisionContext, DecisionInput } from './decide-referral.js';
export { decideReferral } from './decide-referral.js';
export type { ComparedSubject, FileContext, FiledReferral } from './file-referral.js';
export { fileReferral } from './file-referral.js';
export { gatherCase } from './gather.js';
export type { HoldContext } from './hold.js';
export { liftHold, placeHold } from './hold.js';
export type { NoteContext, NoteInput } from './keep-note.js';
export { keepNote } from './keep-note.js';
export type { InterventionContext } from './log-intervention.js';
export { logIntervention } from './log-intervention.js';
export type { Move } from './move-to-subject.js';
export { moveToSubject } from './move-to-subject.js';
export type { ConcernContext } from './raise-concern.js';
export { raiseConcern } from './raise-concern.js';
export {
  dueAfter,
  gatherTimeLimits,
  TIME_LIMIT_IDS,
  TimeLimit,
  type TimeLimitId,
  type TimeLimits,
} from './time-limit.js';
export type { TimelineEntry } from './timeline.js';
export { timeline } from './timeline.js';
export type { GivenAway, WriteBackContext } from './write-back.js';
export { keepReference, noteWriteBack, writeBacksOf } from './write-back.js';
