/**
 * The notices whose words are kept, each under its title and version. A force's own notice is known only by what is
 * printed on it.
 */
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
 * The text that was served. Undefined if its words are not kept: for a force’s own notice, for a record made before the
 * text was asked for, and if the title or version is a different one.
 */
export function servedNoticeText({
  noticeText,
  notice,
  noticeVersion,
}: Pick<CeaseAndDesist, 'noticeText' | 'notice' | 'noticeVersion'>): NoticeText | undefined {
  const text = noticeTextByCode(noticeText);
  return text?.title === notice && text.version === noticeVersion ? text : undefined;
}
