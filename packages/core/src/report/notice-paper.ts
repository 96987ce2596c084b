/** The papers of the notices whose words are kept: to be handed over at a visit, and as they were served. */
import { noticeTextByCode, servedNoticeText } from '../casework/rules/notice-text.js';
import type { CeaseAndDesist } from '../record/cease-and-desist.js';
import type { TemplateSource } from './template.js';
import { ceaseAndDesist, ceaseAndDesistBlank } from './templates/cease-and-desist.js';

interface Papers {
  readonly blank: TemplateSource;
  readonly served: TemplateSource;
}

/** By code of `notice-text`. A text that was served is never altered: a change is a version of its own. */
const PAPERS: Readonly<Record<string, Papers>> = {
  'toolkit-1': { blank: ceaseAndDesistBlank, served: ceaseAndDesist },
};

/** The paper of what was served; undefined where its words are not kept, and then nothing is printed in their place. */
export function servedNoticePaper(notice: CeaseAndDesist): TemplateSource | undefined {
  const text = servedNoticeText(notice);
  return text && PAPERS[text.code]?.served;
}

/**
 * The paper to take to a visit, with room for the day, the officer and what was explained.
 *
 * @param code - of the list `notice-text`
 */
export function noticePaperForVisit(code: string): TemplateSource | undefined {
  const text = noticeTextByCode(code);
  return text && PAPERS[text.code]?.blank;
}
