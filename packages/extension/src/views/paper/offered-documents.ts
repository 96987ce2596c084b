/** The documents that can be made at a place: the one that ships or its replacement, then those of packs. */
import { type CodeLists, type Issue, passed, type Result, writtenDate } from '@cyber-prevent/core';
import {
  isPaperPlace,
  loadTemplate,
  PAPER_PLACES,
  type PaperPlace,
  readGivenTemplate,
  TEMPLATES_ORIGIN,
  type Template,
  type TemplateOrigin,
} from '@cyber-prevent/core/report';
import { t } from '../../locales/late.js';
import type { GivenTemplateRow, RecalledRow, TemplatesOfPacks } from '../../ports/packs.js';
import type { Services } from '../../ports/services.js';
import { fromWords, sourceWords } from '../case/definition-words.js';

export interface OfferedDocument {
  readonly id: string;
  readonly origin: TemplateOrigin;
  readonly isShipped?: true;
  /** The template, or why it cannot be used. */
  readonly template: Result<Template>;
}

export interface DocumentsAtPlace {
  /** That of the place first. */
  readonly documents: readonly OfferedDocument[];
  /** Said if the document that ships is recalled and nothing is in its place. */
  readonly recalled?: string;
}

/** Templates of packs in force; none if they cannot be read. */
export function templatesOfPacks(
  policy: Services['policy'],
): Promise<TemplatesOfPacks | undefined> {
  return policy().then(
    ({ given }) => given?.templates,
    () => undefined,
  );
}

export function documentsAt(
  place: PaperPlace,
  templates: TemplatesOfPacks | undefined,
  lists: CodeLists,
): DocumentsAtPlace {
  const given = (templates?.inForce ?? [])
    .map((row) => givenDocument(row, lists))
    .filter((each) => each.place === place)
    .map(({ document }) => document);
  const isOfPlace = ({ id }: { readonly id: string }) => id === place;
  const recall = recalledTemplate(place, templates);
  const own = given.find(isOfPlace) ?? (recall ? undefined : shippedDocument(place, lists));
  return {
    documents: [
      ...(own ? [own] : []),
      ...given
        .filter((each) => !isOfPlace(each))
        .sort((one, other) => one.origin.title.localeCompare(other.origin.title, 'en-GB')),
    ],
    ...(recall ? { recalled: recalledWords(recall) } : {}),
  };
}

/** The recall of a template that ships. */
export function recalledTemplate(
  id: string,
  templates: TemplatesOfPacks | undefined,
): RecalledRow | undefined {
  return templates?.recalled.find((each) => each.id === id);
}

export function recalledWords({ title, recalledOn, reason }: RecalledRow): string {
  return t('summary.document.recalled', { title, date: writtenDate(recalledOn), reason });
}

function shippedDocument(place: PaperPlace, lists: CodeLists): OfferedDocument {
  const template = loadTemplate(PAPER_PLACES[place], { lists });
  const origin = { ...TEMPLATES_ORIGIN, title: template.title, from: fromWords({}) };
  return { id: place, origin, isShipped: true, template: passed(template) };
}

function givenDocument(
  row: GivenTemplateRow,
  lists: CodeLists,
): { readonly document: OfferedDocument; readonly place: PaperPlace } {
  const { id, title, version, standing, source, checkedOn } = row;
  const origin = { title, version, standing, source, checkedOn, from: fromWords(row) };
  const read = readGivenTemplate(row.markdown, { lists });
  if (read.ok) {
    const { template, place } = read.value;
    return { document: { id, origin, template: passed(template) }, place };
  }
  return {
    document: { id, origin, template: read },
    place: isPaperPlace(id) ? id : 'case-summary',
  };
}

/** A template for the officer who chooses: “Version 1.0.0. From: This toolkit. …”. */
export function originWords(origin: TemplateOrigin): string {
  const { version, from, standing } = origin;
  return t('summary.document.about', {
    version,
    from,
    standing: t(`packs.standing.${standing}`),
    source: sourceWords(origin),
  });
}

/** A document cannot be made, for a reason of the person’s record. */
export function lacksFor(title: string, names: readonly string[]): Issue {
  const what = names.map((name) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
  return {
    code: 'template-lacks',
    severity: 'error',
    message: t('summary.document.lacks', { title, what: what.join(', ') }),
  };
}
