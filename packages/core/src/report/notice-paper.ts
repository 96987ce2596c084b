/** The papers of the notices whose words are kept: one to hand over at a visit, and one as it was served. */
import {
  FORCE_NOTICE,
  missingOnNotice,
  noticeTextByCode,
  servedNoticeText,
} from '../casework/rules/notice-text.js';
import { paperReference } from '../casework/rules/paper-reference.js';
import type { CaseFile } from '../desk/case/case-file.js';
import { birthsOf } from '../record/births.js';
import type { CeaseAndDesist } from '../record/cease-and-desist.js';
import { writtenDate } from '../shared/dates.js';
import type { AudienceView } from './audience.js';
import type { TemplateSource } from './template.js';
import { ceaseAndDesist, ceaseAndDesistBlank } from './templates/cease-and-desist.js';
import { ceaseAndDesist2, ceaseAndDesist2Blank } from './templates/cease-and-desist-2.js';
import { forceNotice, forceNoticeBlank } from './templates/force-notice.js';
import { BY_HAND } from './templates/signature-lines.js';

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

/** Ids of every paper of a notice, served or not. */
export const NOTICE_PAPERS: readonly string[] = Object.values(PAPERS).flatMap(
  ({ blank, served }) => [blank.id, served.id],
);

const SERVED: ReadonlySet<string> = new Set(Object.values(PAPERS).map(({ served }) => served.id));

export interface PaperFoot {
  readonly lines: readonly string[];
  /** True if the date of birth is among them. */
  readonly hasBirth: boolean;
}

/**
 * The lines under a paper: our reference, by which a later correction names it. Under a served notice also whose it is,
 * with room for what is not known: no part of the text that was served. Of several dates of birth none is printed.
 */
export function paperFoot(
  template: string,
  { subject, notice }: Partial<Pick<CaseFile, 'subject' | 'notice'>>,
  { goes }: Pick<AudienceView, 'goes'>,
): PaperFoot {
  if (subject?.id === undefined) return { lines: [], hasBirth: false };
  const reference = `Our reference: ${paperReference(subject.id)}`;
  if (!SERVED.has(template)) return { lines: [reference], hasBirth: false };
  const [birth, ...others] = goes('subject.bornOn') ? birthsOf(subject) : [];
  const hasBirth = birth !== undefined && others.length === 0;
  const missing = notice ? missingOnNotice(notice) : [];
  return {
    lines: [
      reference,
      hasBirth ? `Date of birth: ${writtenDate(birth)}` : BY_HAND.birth,
      ...missing.map((part) => BY_HAND[part]),
    ],
    hasBirth,
  };
}
