/**
 * Prepares the papers about a person by filling templates with the records: those that ship and those of packs. Loaded
 * late, because it brings the Markdown parsers.
 */
import {
  type CaseFile,
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
  type ConfirmedWords,
  leftOutLines,
  loadTemplate,
  missingNeeds,
  type PaperPlace,
  type Rendered,
  renderTemplate,
  type Template,
  type TemplateOrigin,
  type TemplateSource,
  toHtmlDocument,
  type WordsToConfirm,
  wordsToConfirm,
} from '@cyber-prevent/core/report';
import type { RouteOf } from '../../app/route.js';
import { t } from '../../locales/late.js';
import type { OfficerIdentity, Services, VaultKind } from '../../ports/services.js';
import { documentsAt, lacksFor, originWords, templatesOfPacks } from './offered-documents.js';

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
type Parts = Lists & Pick<Services, 'policy'>;
type Open = { readonly officer: OfficerIdentity; readonly kind: VaultKind };

export interface OfferedPaper {
  /** The id of its template. */
  readonly id: string;
  readonly title: string;
  /** Version, issuer, standing and source of its template, in words. */
  readonly about: string;
  /** Or why it cannot be made of this record. */
  readonly made: Result<PrepareFor>;
}

/** The papers of one place. */
export interface OfferedPapers {
  readonly papers: readonly OfferedPaper[];
  /** Said if the document that ships is recalled, with nothing in its place. */
  readonly recalled?: string;
}

/** A case, as it goes into papers. */
interface CaseOf {
  readonly records: readonly StoredRecord[];
  readonly subject: RecordId;
  readonly more: Pick<CaseFileOptions, 'include' | 'chronology' | 'sheet'>;
}

export async function prepareSummary(
  records: readonly StoredRecord[],
  subject: RecordId,
  services: Parts,
  open: Open,
  narrowed?: TimelineFilter,
): Promise<Result<OfferedPapers>> {
  const lines = narrowed && filterTimeline(timeline(records, services.lists), narrowed);
  return prepareAt(
    lines ? 'chronology' : 'case-summary',
    t('summary.no-referral'),
    { records, subject, more: lines ? { chronology: lines } : {} },
    services,
    open,
  );
}

/** Advice on an order's conditions, or the note on evidence for one of them. */
export async function prepareOnOrder(
  records: readonly StoredRecord[],
  { subject, ...include }: RouteOf<'condition-report'>,
  services: Parts,
  open: Open,
): Promise<Result<OfferedPapers>> {
  const place = include.evidence ? 'breach-note' : 'condition-advice';
  return prepareAt(
    place,
    t('person.gone'),
    { records, subject, more: { include } },
    services,
    open,
  );
}

/**
 * The papers that can be made at a place, by the templates in force.
 *
 * @param lacking - said of the document that ships if the record lacks what it needs
 */
export async function prepareAt(
  place: PaperPlace,
  lacking: string,
  of: CaseOf,
  services: Parts,
  open: Open,
): Promise<Result<OfferedPapers>> {
  const { lists, policy } = services;
  const file = gather(of, services, open);
  if (!file.ok) return file;
  const { documents, recalled } = documentsAt(place, await templatesOfPacks(policy), lists);
  const papers = documents.map(({ id, origin, isShipped, template }): OfferedPaper => {
    return {
      id,
      title: origin.title,
      about: originWords(origin),
      made: template.ok
        ? paperOf(template.value, file.value, services, open, {
            madeWith: origin,
            ...(isShipped ? { lacking } : {}),
          })
        : template,
    };
  });
  return passed({ papers, ...(recalled === undefined ? {} : { recalled }) });
}

/** A paper in the words of one template alone: a notice, which says its own version. */
export function prepareDocument(
  source: TemplateSource,
  lacking: string,
  of: CaseOf,
  services: Lists,
  open: Open,
): Result<OfferedPapers> {
  const file = gather(of, services, open);
  if (!file.ok) return file;
  const template = loadTemplate(source, { lists: services.lists });
  const made = paperOf(template, file.value, services, open, { lacking });
  const { id, title } = template;
  return made.ok ? passed({ papers: [{ id, title, about: '', made }] }) : made;
}

function gather(
  { records, subject, more }: CaseOf,
  { lists, today }: Lists,
  { officer }: Open,
): Result<CaseFile> {
  return caseFile(records, subject, {
    officer,
    preparedOn: today(),
    lists,
    nameOf: (id) => (id === officer.id ? officer.name : undefined),
    ...more,
  });
}

function paperOf(
  template: Template,
  file: CaseFile,
  { lists }: Lists,
  { kind }: Open,
  { madeWith, lacking }: { readonly madeWith?: TemplateOrigin; readonly lacking?: string },
): Result<PrepareFor> {
  const missing = missingNeeds(template, file);
  if (missing.length > 0)
    return failed(
      lacking === undefined
        ? lacksFor(template.title, missing)
        : { code: 'no-referral', severity: 'error', message: lacking },
    );
  return passed((audience, confirmed = []) => {
    const rendered = renderTemplate(template, file, {
      lists,
      audience,
      confirmed,
      ...(madeWith ? { madeWith } : {}),
      ...(kind === 'practice' ? { notice: t('common.practice') } : {}),
    });
    return {
      rendered,
      document: toHtmlDocument(rendered),
      leftOut: leftOutLines(rendered.leftOut),
      toConfirm: wordsToConfirm(template, file, { lists, audience }),
    };
  });
}
