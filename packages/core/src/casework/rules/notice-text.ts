/** The notices whose words are kept, each under its title and version. A notice of a force is known by what is printed on it alone. */
import type { CeaseAndDesist } from '../../record/cease-and-desist.js';
import shipped from '../data/notice-text.json' with { type: 'json' };

export interface NoticeText {
  /** A code of the list `notice-text`. */
  readonly code: string;
  readonly title: string;
  readonly version: string;
}

const TEXTS: readonly NoticeText[] = shipped.texts;

export function noticeTextByCode(code: string | undefined): NoticeText | undefined {
  return TEXTS.find((text) => text.code === code);
}

/**
 * The text that was served. Undefined where its words are not kept: of a force’s own notice, of a record from before the
 * text was asked for, and where title or version say that it was another one.
 */
export function servedNoticeText({
  noticeText,
  notice,
  noticeVersion,
}: Pick<CeaseAndDesist, 'noticeText' | 'notice' | 'noticeVersion'>): NoticeText | undefined {
  const text = noticeTextByCode(noticeText);
  return text?.title === notice && text.version === noticeVersion ? text : undefined;
}
