/** Text of the page for the subject. Loaded late, because it brings the Markdown parsers. */
import {
  caseHandling,
  handlingOfWhole,
  levelShown,
  type StoredRecord,
  type WholeHandling,
} from '@cyber-prevent/core';
import { type Rendered, renderAssessmentPage, toHtmlDocument } from '@cyber-prevent/core/report';
import { t } from '../../../locales/late.js';
import type { OfficerIdentity, Services, VaultKind } from '../../../ports/services.js';
import type { ShownAssessment } from './shown-assessment.js';

export interface PageContent {
  readonly rendered: Rendered;
  readonly document: string;
  /** The conditions of what is on it, for the log and for the officer. */
  readonly conditions: WholeHandling;
}

export function pageContent(
  { page, held, history }: ShownAssessment,
  instrument: NonNullable<ShownAssessment['instrument']>,
  decision: StoredRecord<'telling'>,
  { lists, today }: Pick<Services, 'lists' | 'today'>,
  { officer, kind }: { readonly officer: OfficerIdentity; readonly kind: VaultKind },
): PageContent {
  const conditions = handlingOfWhole(
    [{ record: held.id }, { record: page.subject.id, fields: ['name'] }],
    caseHandling(page.records),
    { way: 'subject', today: today() },
  );
  const notice = [
    ...(kind === 'practice' ? [t('common.practice')] : []),
    ...conditions.conditions,
  ].join(' ');
  const level = levelShown(held.value, history)?.label;
  const rendered = renderAssessmentPage(
    {
      assessment: held.value,
      instrument,
      subject: page.subject.value,
      ...(level === undefined ? {} : { level }),
      words: decision.value.what,
      officer,
      preparedOn: today(),
    },
    { lists, ...(notice === '' ? {} : { notice }) },
  );
  return { rendered, document: toHtmlDocument(rendered), conditions };
}
