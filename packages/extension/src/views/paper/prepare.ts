/**
 * Prepares a case summary, a chronology, advice on conditions or the note of a possible breach, by filling the template
 * with the records. Loaded late, because it brings the Markdown parsers.
 */
import {
  type CaseFileOptions,
  caseFile,
  failed,
  filterTimeline,
  passed,
  type RecordId,
  type Result,
  type StoredRecord,
  type TimelineFilter,
  timeline,
} from '@cyber-prevent/core';
import {
  breachNote,
  type ConfirmedWords,
  caseSummary,
  chronology,
  conditionAdvice,
  leftOutLines,
  loadTemplate,
  missingNeeds,
  type Rendered,
  renderTemplate,
  type TemplateSource,
  toHtmlDocument,
  type WordsToConfirm,
  wordsToConfirm,
} from '@cyber-prevent/core/report';
import type { RouteOf } from '../../app/route.js';
import { t } from '../../locales/late.js';
import type { OfficerIdentity, Services, VaultKind } from '../../ports/services.js';

/** A document for one audience. */
export interface PreparedSummary {
  readonly rendered: Rendered;
  readonly document: string;
  /** Records that are not in it, a line for each kind. */
  readonly leftOut: readonly string[];
  /** Words that this audience gets only once the officer has read and confirmed them. */
  readonly toConfirm: readonly WordsToConfirm[];
}

/**
 * Renders a document for an audience, a code of `export-destination`.
 *
 * @param confirmed - those of `toConfirm` that the officer has read and confirmed; absent: none
 */
export type PrepareFor = (
  audience: string,
  confirmed?: readonly ConfirmedWords[],
) => PreparedSummary;

type Lists = Pick<Services, 'lists' | 'today'>;
type Open = { readonly officer: OfficerIdentity; readonly kind: VaultKind };

export function prepareSummary(
  records: readonly StoredRecord[],
  subject: RecordId,
  services: Lists,
  open: Open,
  narrowed?: TimelineFilter,
): Result<PrepareFor> {
  const lines = narrowed && filterTimeline(timeline(records, services.lists), narrowed);
  return prepareDocument(
    lines ? chronology : caseSummary,
    t('summary.no-referral'),
    records,
    subject,
    lines ? { chronology: lines } : {},
    services,
    open,
  );
}

/** Advice on an order's conditions, or the note on evidence for one of them. */
export function prepareOnOrder(
  records: readonly StoredRecord[],
  { subject, ...include }: RouteOf<'condition-report'>,
  services: Lists,
  open: Open,
): Result<PrepareFor> {
  const source = include.evidence ? breachNote : conditionAdvice;
  return prepareDocument(source, t('person.gone'), records, subject, { include }, services, open);
}

export function prepareDocument(
  source: TemplateSource,
  lacking: string,
  records: readonly StoredRecord[],
  subject: RecordId,
  more: Pick<CaseFileOptions, 'include' | 'chronology' | 'sheet'>,
  { lists, today }: Lists,
  { officer, kind }: Open,
): Result<PrepareFor> {
  const gathered = caseFile(records, subject, {
    officer,
    preparedOn: today(),
    lists,
    nameOf: (id) => (id === officer.id ? officer.name : undefined),
    ...more,
  });
  if (!gathered.ok) return gathered;
  const template = loadTemplate(source, { lists });
  if (missingNeeds(template, gathered.value).length > 0)
    return failed({ code: 'no-referral', severity: 'error', message: lacking });
  return passed((audience, confirmed = []) => {
    const rendered = renderTemplate(template, gathered.value, {
      lists,
      audience,
      confirmed,
      ...(kind === 'practice' ? { notice: t('common.practice') } : {}),
    });
    return {
      rendered,
      document: toHtmlDocument(rendered),
      leftOut: leftOutLines(rendered.leftOut),
      toConfirm: wordsToConfirm(template, gathered.value, { lists, audience }),
    };
  });
}
