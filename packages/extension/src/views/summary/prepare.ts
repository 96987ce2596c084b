/** Prepares a case summary: looks the case up, fills the template. Loaded late, because it brings the Markdown parsers. */
import {
  caseFile,
  failed,
  passed,
  type RecordId,
  type Result,
  type StoredRecord,
} from '@cyber-prevent/core';
import {
  caseSummary,
  loadTemplate,
  missingNeeds,
  type Rendered,
  renderTemplate,
  toHtmlDocument,
} from '@cyber-prevent/core/report';
import type { OfficerIdentity, Services, VaultKind } from '../../app/services.js';
import { t } from '../../locales/late.js';

export interface PreparedSummary {
  readonly rendered: Rendered;
  readonly document: string;
}

export function prepareSummary(
  records: readonly StoredRecord[],
  subject: RecordId,
  { lists, today }: Pick<Services, 'lists' | 'today'>,
  { officer, kind }: { readonly officer: OfficerIdentity; readonly kind: VaultKind },
): Result<PreparedSummary> {
  const gathered = caseFile(records, subject, {
    officer,
    preparedOn: today(),
    nameOf: (id) => (id === officer.id ? officer.name : undefined),
  });
  if (!gathered.ok) return gathered;
  const template = loadTemplate(caseSummary, { lists });
  if (missingNeeds(template, gathered.value).length > 0)
    return failed({ code: 'no-referral', severity: 'error', message: t('summary.no-referral') });
  const rendered = renderTemplate(template, gathered.value, {
    lists,
    ...(kind === 'practice' ? { notice: t('common.practice') } : {}),
  });
  return passed({ rendered, document: toHtmlDocument(rendered) });
}
