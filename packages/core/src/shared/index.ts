export { canonical } from './canonical.js';
export { civilDay } from './civil-day.js';
export { ClockTime, clockTime } from './clock-time.js';
export {
  addDays,
  addMonths,
  addWorkingDays,
  addYears,
  ageOn,
  monthNumber,
  writtenDate,
} from './dates.js';
export { digestGroups } from './digest-groups.js';
export { PREVENT_ERROR_CODES, PreventError, type PreventErrorCode } from './errors.js';
export type { Clock, Digest, Host, Random } from './host.js';
export { failed, type Issue, isError, passed, type Result } from './issue.js';
export { type LookAlike, type LookAlikeScript, lookAlikeLetters } from './look-alike.js';
export { BlobName, Instant, Line, Narrative, PlainDate, RecordId } from './primitives.js';
export { SENSITIVITIES, type Sensitivity } from './sensitivity.js';
export { firstWords, shortened } from './shortened.js';
export { writtenInstant } from './written-instant.js';
