/** Prepares the papers of a notice. Loaded late, because it brings the Markdown parsers. */
import {
  caseFile,
  passed,
  type RecordId,
  type Result,
  type StoredRecord,
} from '@cyber-prevent/core';
import {
  ceaseAndDesist,
  loadTemplate,
  noticeFollowUp,
  renderTemplate,
  toHtmlDocument,
} from '@cyber-prevent/core/report';
import type { OfficerIdentity, Services, VaultKind } from '../../app/services.js';
import { t } from '../../locales/late.js';
import type { PreparedSummary } from '../summary/prepare.js';

export const PAPERS = { notice: ceaseAndDesist, 'follow-up': noticeFollowUp } as const;
export type Paper = keyof typeof PAPERS;

export function prepareNotice(
  records: readonly StoredRecord[],
  { subject, notice, paper }: { subject: RecordId; notice: RecordId; paper: Paper },
  { lists, today }: Pick<Services, 'lists' | 'today'>,
  { officer, kind }: { readonly officer: OfficerIdentity; readonly kind: VaultKind },
): Result<PreparedSummary> {
  const gathered = caseFile(records, subject, {
    officer,
    preparedOn: today(),
    include: { notice },
  });
  if (!gathered.ok) return gathered;
  const rendered = renderTemplate(loadTemplate(PAPERS[paper], { lists }), gathered.value, {
    lists,
    ...(kind === 'practice' ? { notice: t('common.practice') } : {}),
  });
  return passed({ rendered, document: toHtmlDocument(rendered) });
}
