/**
 * The templates in use that print a case, for a list of what is in force. An earlier notice is not among them: it prints
 * as it was served.
 */
import type { PlainDate } from '../../shared/primitives.js';
import { CORE_VERSION } from '../../shared/version.js';
import type { TemplateOrigin } from '../given/template-foot.js';
import type { TemplateSource } from '../template.js';
import { breachNote } from './breach-note.js';
import { caseSummary } from './case-summary.js';
import { ceaseAndDesist2, ceaseAndDesist2Blank } from './cease-and-desist-2.js';
import { chronology } from './chronology.js';
import { conditionAdvice } from './condition-advice.js';
import { forceNotice, forceNoticeBlank } from './force-notice.js';
import { noticeFollowUp } from './notice-follow-up.js';

/** Version, standing and source of every template that ships. */
export const TEMPLATES_ORIGIN: Omit<TemplateOrigin, 'title' | 'from'> = {
  version: CORE_VERSION,
  standing: 'proposed',
  source: 'Written for this toolkit; to be confirmed by the force',
  checkedOn: '2026-11-30' as PlainDate,
};

export const TEMPLATES: readonly TemplateSource[] = [
  breachNote,
  caseSummary,
  ceaseAndDesist2,
  ceaseAndDesist2Blank,
  chronology,
  conditionAdvice,
  forceNotice,
  forceNoticeBlank,
  noticeFollowUp,
];
