export { type AssessmentPageInput, renderAssessmentPage } from './assessment-page.js';
export { Audiences, gatherAudiences, type Withheld } from './audience.js';
export { CASE_KINDS, type CaseKind, type CaseKinds, valuePaths } from './case-kind.js';
export type { ConfirmedWords, WordsToConfirm } from './confirmed-words.js';
export { discloseFile, type FileDisclosureContext, type MadeFile } from './disclose-file.js';
export type { CaseValues } from './filling.js';
export type { FrontMatter } from './front-matter.js';
export { type GivingOptions, type RecordsToGive, recordsToGive } from './give-records.js';
export { type GivenTemplate, readGivenTemplate } from './given/given-template.js';
export { isPaperPlace, PAPER_PLACES, type PaperPlace } from './given/paper-place.js';
export type { TemplateOrigin } from './given/template-foot.js';
export { toHtmlDocument } from './html.js';
export { type LeftOut, leftOutLines } from './left-out.js';
export { noticePaperForVisit, servedNoticePaper } from './notice-paper.js';
export { referralValues } from './referral-values.js';
export { missingNeeds, type RenderOptions, renderTemplate, wordsToConfirm } from './render.js';
export type { ExportContext, GivenRecord, RecordSet, Rendered } from './rendered.js';
export {
  loadTemplate,
  parseTemplate,
  type Template,
  type TemplateOptions,
  type TemplateSource,
} from './template.js';
export { assessmentPage, assessmentPageYoung } from './templates/assessment-page.js';
export { breachNote } from './templates/breach-note.js';
export { caseSummary } from './templates/case-summary.js';
export { ceaseAndDesist, ceaseAndDesistBlank } from './templates/cease-and-desist.js';
export { chronology } from './templates/chronology.js';
export { conditionAdvice } from './templates/condition-advice.js';
export { noticeFollowUp } from './templates/notice-follow-up.js';
export { TEMPLATES_ORIGIN } from './templates/templates.js';
