/** Prepares the papers of a notice. Loaded late, because it brings the Markdown parsers. */
import {
  FORCE_NOTICE,
  type ForceNotice,
  failed,
  latestNoticeText,
  type NoticeSheet,
  type RecordId,
  type Result,
  type StoredRecord,
} from '@cyber-prevent/core';
import {
  noticeFollowUp,
  noticePaperForVisit,
  servedNoticePaper,
  type TemplateSource,
} from '@cyber-prevent/core/report';
import { t } from '../../../locales/late.js';
import type { OfficerIdentity, Services, VaultKind } from '../../../ports/services.js';
import { type PrepareFor, prepareDocument } from '../../paper/prepare.js';

export type Paper = 'notice' | 'follow-up';

export interface WantedPaper {
  readonly subject: RecordId;
  /** The notice that was served; absent before a visit. */
  readonly notice?: StoredRecord<'ceaseAndDesist'> | undefined;
  readonly paper: Paper;
  /** Before a visit: the force's paper, and the telephone number that is to stand on it. */
  readonly force: ForceNotice;
  readonly contact: string;
}

export function prepareNotice(
  records: readonly StoredRecord[],
  wanted: WantedPaper,
  services: Pick<Services, 'lists' | 'today'>,
  open: { readonly officer: OfficerIdentity; readonly kind: VaultKind },
): Result<PrepareFor> {
  const { subject, notice } = wanted;
  const source = sourceOf(wanted);
  if (!source)
    return failed({ code: 'notice-not-kept', severity: 'error', message: t('notice.gone') });
  const more = notice ? { include: { notice: notice.id } } : { sheet: sheetOf(wanted) };
  return prepareDocument(source, t('notice.gone'), records, subject, more, services, open);
}

/** The paper has room for what is not among it. */
function sheetOf({ force: { letterhead, own }, contact }: WantedPaper): NoticeSheet {
  const typed = contact.trim();
  return {
    ...own,
    ...(letterhead === undefined ? {} : { from: letterhead }),
    ...(typed === '' ? {} : { contact: typed }),
  };
}

function sourceOf({ notice, paper, force }: WantedPaper): TemplateSource | undefined {
  if (!notice)
    return noticePaperForVisit(force.own ? FORCE_NOTICE : (latestNoticeText()?.code ?? ''));
  return paper === 'notice' ? servedNoticePaper(notice.value) : noticeFollowUp;
}
