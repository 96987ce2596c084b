/** The papers of the notices whose words are kept: one to hand over at a visit, and one as it was served. */
import {
  FORCE_NOTICE,
  noticeReference,
  noticeTextByCode,
  servedNoticeText,
} from '../casework/rules/notice-text.js';
import type { CeaseAndDesist } from '../record/cease-and-desist.js';
import type { RecordId } from '../shared/primitives.js';
import type { TemplateSource } from './template.js';
import { ceaseAndDesist, ceaseAndDesistBlank } from './templates/cease-and-desist.js';
import { ceaseAndDesist2, ceaseAndDesist2Blank } from './templates/cease-and-desist-2.js';
import { forceNotice, forceNoticeBlank } from './templates/force-notice.js';

interface Papers {
  readonly blank: TemplateSource;
  readonly served: TemplateSource;
}

/** Papers by code of `notice-text`. A served text is never altered: a change is a separate version. */
const PAPERS: Readonly<Record<string, Papers>> = {
  'toolkit-1': { blank: ceaseAndDesistBlank, served: ceaseAndDesist },
  'toolkit-2': { blank: ceaseAndDesist2Blank, served: ceaseAndDesist2 },
  [FORCE_NOTICE]: { blank: forceNoticeBlank, served: forceNotice },
};

/** The paper as it was served; undefined if its words are not kept, and nothing is then printed in its place. */
export function servedNoticePaper(notice: CeaseAndDesist): TemplateSource | undefined {
  const text = servedNoticeText(notice);
  return text && PAPERS[text.code]?.served;
}

/**
 * The paper to take to a visit, with room for the day, the officer and the explanation given.
 *
 * @param code - of the list `notice-text`
 */
export function noticePaperForVisit(code: string): TemplateSource | undefined {
  const known = code === FORCE_NOTICE ? code : noticeTextByCode(code)?.code;
  return known === undefined ? undefined : PAPERS[known]?.blank;
}

const IDS: ReadonlySet<string> = new Set(
  Object.values(PAPERS).flatMap(({ blank, served }) => [blank.id, served.id]),
);

/** The line under the words of a notice; undefined for any other template. It is no part of the text that is served. */
export function noticeFoot(template: string, subject: RecordId | undefined): string | undefined {
  return IDS.has(template) && subject !== undefined
    ? `Our reference: ${noticeReference(subject)}`
    : undefined;
}
