/**
 * The notices whose words are kept, each under its title and version. The words of a force's own notice are kept with the
 * record, as they were served; any other is known only by its title and version.
 */
import type { CeaseAndDesist } from '../../record/cease-and-desist.js';
import shipped from '../data/notice-text.json' with { type: 'json' };

export interface NoticeText {
  /** A code of the list `notice-text`. */
  readonly code: string;
  readonly title: string;
  readonly version: string;
  /** True if its paper has the force's letterhead and telephone number, which are kept with the record. */
  readonly letterhead?: boolean;
}

const TEXTS: readonly NoticeText[] = shipped.texts;

export function noticeTextByCode(code: string | undefined): NoticeText | undefined {
  return TEXTS.find((text) => text.code === code);
}

/** Code of a force's own notice. */
export const FORCE_NOTICE = 'force';

/** The newest notice of the toolkit: the one to take to a visit. */
export function latestNoticeText(): NoticeText | undefined {
  return TEXTS.at(-1);
}

/** True unless it is an earlier version of the toolkit's notice: served no more, and printed only as it was served. */
export function isNoticeServedNow(code: string): boolean {
  return noticeTextByCode(code) === undefined || code === latestNoticeText()?.code;
}

/**
 * The text that was served. Undefined if its words are not kept: for a notice on paper of its own, for a record made
 * before the text was asked for, and if the title or version is a different one.
 */
export function servedNoticeText({
  noticeText,
  notice,
  noticeVersion,
  noticeWords,
}: Pick<CeaseAndDesist, 'noticeText' | 'notice' | 'noticeVersion' | 'noticeWords'>):
  | NoticeText
  | undefined {
  if (noticeText === FORCE_NOTICE)
    return noticeWords === undefined
      ? undefined
      : { code: noticeText, title: notice, version: noticeVersion };
  const text = noticeTextByCode(noticeText);
  return text?.title === notice && text.version === noticeVersion ? text : undefined;
}

/** A part of a notice’s paper that the force sets: its letterhead, its telephone number. */
export type NoticePart = 'from' | 'contact';

/** The parts that were not set when the notice was served: its paper has room to write them. */
export function missingOnNotice(
  notice: Pick<CeaseAndDesist, 'noticeFrom' | 'noticeContact'> &
    Parameters<typeof servedNoticeText>[0],
): readonly NoticePart[] {
  const text = servedNoticeText(notice);
  if (text?.letterhead !== true && text?.code !== FORCE_NOTICE) return [];
  return [
    ...(notice.noticeFrom === undefined ? (['from'] as const) : []),
    ...(notice.noticeContact === undefined ? (['contact'] as const) : []),
  ];
}
