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
export { conditionsFor, gatherConditions, LibraryCondition } from './condition-library.js';
export { DUE_HORIZONS, DueHorizon } from './due-horizon.js';
export { ForceNotice } from './force-notice.js';
export {
  gatherHandlingRules,
  HANDLING_ANSWERS,
  type HandlingAnswer,
  HandlingRules,
  WAYS_OUT,
  type WayOut,
} from './handling-rules.js';
export { gatherMonitoring, MonitoringRules } from './monitoring-rules.js';
export {
  FORCE_NOTICE,
  isNoticeServedNow,
  latestNoticeText,
  missingOnNotice,
  type NoticePart,
  type NoticeText,
  servedNoticeText,
} from './notice-text.js';
export {
  gatherOrderRules,
  OrderRule,
  OrderRules,
  OutcomeRule,
  orderRule,
} from './order-rules.js';
export { paperReference } from './paper-reference.js';
export {
  gatherRetention,
  RetentionPeriod,
  RetentionRules,
  type RetentionTrigger,
} from './retention-rules.js';
export { gatherSignposts, Signpost, signpostsFor } from './signpost.js';
export {
  dueAfter,
  gatherTimeLimits,
  LaterTimeLimit,
  limitOn,
  MOMENT_LIMIT_IDS,
  momentAfter,
  TIME_LIMIT_IDS,
  TimeLimit,
  type TimeLimitId,
  type TimeLimitInForce,
  type TimeLimits,
} from './time-limit.js';
export {
  checkTriggers,
  gatherTriggers,
  readTriggers,
  Trigger,
  TriggerCondition,
} from './trigger.js';
