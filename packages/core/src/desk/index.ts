export { chosenFromLog, LOG_USES, type LogFilter, type LogOf } from './case/access-log.js';
export { caseAsKnownOn } from './case/case-as-known.js';
export type { CaseFile, CaseFileOptions, CaseOfficer, NoticeSheet } from './case/case-file.js';
export { caseFile } from './case/case-file.js';
export { staysApart } from './case/chronology-lines.js';
export {
  type CaseStateContext,
  type CloseContext,
  type CloseInput,
  closeCase,
  reopenCase,
  stillOpen,
} from './case/close-case.js';
export { type GatheringTerms, gatherCase, gatherCases, gatherEnquiry } from './case/gather.js';
export { type GoingKind, type GoingRecord, goingByKind } from './case/going-by-kind.js';
export {
  filterTimeline,
  type TimelineEntry,
  type TimelineFilter,
  timeline,
  timelineProse,
} from './case/timeline.js';
export { clockIssues } from './diary/clock-issue.js';
export { type DiaryContext, diary, diaryCounts, livingDiary } from './diary/diary.js';
export { type DiaryFileContext, diaryCalendar, diaryFile } from './diary/diary-calendar.js';
export {
  DIARY_STATES,
  type Diary,
  type DiaryEntry,
  type DiaryState,
} from './diary/diary-entry.js';
export type { DiaryFold } from './diary/diary-fold.js';
export { diaryOrder } from './diary/diary-order.js';
export { type FollowedDiary, type FollowOptions, followDiary } from './diary/follow-diary.js';
export {
  DIARY_GROUPINGS,
  type DiaryGroup,
  type DiaryGrouping,
  groupEntries,
} from './diary/group-entries.js';
export { dueOfCondition } from './lists/fields/casework-fields.js';
export {
  DUE_SPANS,
  type DueSpan,
  dueSpan,
  HANDLING_STATES,
  type HandlingState,
  whenDue,
} from './lists/fields/common-fields.js';
export { type DiaryRow, diaryFields } from './lists/fields/diary-fields.js';
export {
  IDENTIFIER_STANDINGS,
  type IdentifierStanding,
  identifierStanding,
} from './lists/fields/identifier-fields.js';
export { REFUSAL_STATES } from './lists/fields/intake-fields.js';
export { LIST_FIELDS, type ListColumnKey } from './lists/fields/list-fields.js';
export type { ListKnown, ShownOrganisation, ShownReferral } from './lists/fields/list-known.js';
export {
  ORGANISATION_STATES,
  type OrganisationState,
  organisationState,
  organisationsNow,
} from './lists/fields/organisation-fields.js';
export {
  AGE_BANDS,
  type AgeBand,
  ageBand,
  areaOfList,
  NO_LEVEL,
  OWN_CASES,
  referralOfRow,
} from './lists/fields/subject-fields.js';
export {
  type FilterChoice,
  type FindRows,
  type FindTerms,
  filterChoices,
  inOrder,
  makeFinder,
} from './lists/find-rows.js';
export { foldText, hasWords, wordsOf } from './lists/fold-text.js';
export {
  codesOfRow,
  type ListField,
  type ListFields,
  type ListFilter,
  type ListValue,
  NOT_KNOWN,
} from './lists/list-field.js';
export { LIST_NAMES, type ListName } from './lists/list-name.js';
export {
  type GoneChoice,
  isSearch,
  ListQuery,
  type StandingQuery,
  standingQuery,
  withFilter,
  withSort,
} from './lists/list-query.js';
export { type ListRowOf, listKinds } from './lists/list-row.js';
export {
  type ListAnswer,
  type ListRows,
  type ListRowsOptions,
  listRows,
} from './lists/list-rows.js';
export { type ActObstacle, type GuardedAct, obstacleTo } from './overview/act-obstacle.js';
export { type CaseCourse, UNDRAWN_REASONS, type UndrawnReason } from './overview/case-course.js';
export {
  type CaseOverview,
  caseOverview,
  type OverviewContext,
} from './overview/case-overview.js';
export {
  type CasePicture,
  casePicture,
  type FoldedDays,
  type LevelSpan,
  type PictureContext,
  type PictureMark,
} from './overview/case-picture.js';
export type { ConditionInForce, ConditionsInForce } from './overview/conditions-open.js';
export type { KeepInMind, MindedField } from './overview/keep-in-mind.js';
export type { ContactsSoFar } from './overview/last-contact.js';
export type { FindInstrument, LevelStepOnRecord } from './overview/level-over-time.js';
export { PARTS_IN_LIFE, type PartInLife, type PersonInLife } from './overview/people-in-life.js';
export type { NextStep, PlanProgress, StepState } from './overview/plan-progress.js';
export { COURSE_MARKS, type CourseMark, type CourseMarkKind } from './overview/so-far.js';
export type { WhyHere } from './overview/why-here.js';
export {
  type CaseStage,
  LINE_KINDS,
  type PersonLine,
  type PersonLineContext,
  personLine,
} from './person-line/person-line.js';
