/** Prepares the papers of a notice. Loaded late, because it brings the Markdown parsers. */
import { failed, type RecordId, type Result, type StoredRecord } from '@cyber-prevent/core';
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
}

/** The toolkit's notice to take to a visit, a code of `notice-text`. */
const FOR_VISIT = 'toolkit-1';

export function prepareNotice(
  records: readonly StoredRecord[],
  { subject, notice, paper }: WantedPaper,
  services: Pick<Services, 'lists' | 'today'>,
  open: { readonly officer: OfficerIdentity; readonly kind: VaultKind },
): Result<PrepareFor> {
  const source = sourceOf(notice, paper);
  if (!source)
    return failed({ code: 'notice-not-kept', severity: 'error', message: t('notice.gone') });
  const more = notice ? { include: { notice: notice.id } } : {};
  return prepareDocument(source, t('notice.gone'), records, subject, more, services, open);
}

function sourceOf(notice: WantedPaper['notice'], paper: Paper): TemplateSource | undefined {
  if (!notice) return noticePaperForVisit(FOR_VISIT);
  return paper === 'notice' ? servedNoticePaper(notice.value) : noticeFollowUp;
}
