/**
 * Fills a template from a case file, for one audience. Stored values enter as text nodes, so nothing in them can become
 * markup. Values withheld from the audience are never read into the document.
 */
import type { Paragraph, Root, RootContent } from 'mdast';
import {
  ALL,
  type CaseHandling,
  conditionLines,
  handlingOfPaper,
  paperGate,
} from '../casework/handling/handling-of-paper.js';
import { strictestMarking } from '../casework/handling/origin.js';
import { wayTo } from '../casework/handling/way-out.js';
import type { HandlingRules } from '../casework/rules/handling-rules.js';
import type { CodeLists } from '../codes/code-list.js';
import type { CaseFile } from '../desk/case/case-file.js';
import { PreventError } from '../shared/errors.js';
import type { PlainDate } from '../shared/primitives.js';
import type { ConfirmedField } from '../store/log/revision.js';
import {
  type Audiences,
  type AudienceView,
  audienceView,
  bothViews,
  EVERYTHING,
  gatherAudiences,
  withheldWords,
} from './audience.js';
import { ALWAYS_AT_HAND, type CaseKinds, followColumn, followPath } from './case-kind.js';
import {
  type Asking,
  askingWith,
  type ConfirmedWords,
  type WordsToConfirm,
} from './confirmed-words.js';
import { type CaseValues, fillBlocks, isPresent, withoutEmptySections } from './filling.js';
import { type TemplateOrigin, templateFoot } from './given/template-foot.js';
import { htmlOf } from './html.js';
import {
  isDerived,
  type LeftOut,
  leftOutFor,
  leftOutOf,
  recordOf,
  type Written,
  writtenRecords,
} from './left-out.js';
import { markdownOf } from './markdown.js';
import { paperFoot } from './notice-paper.js';
import { extractNote, leftOutNote, paragraph } from './paper-notes.js';
import { ListsUsed, standingLines } from './paper-standing.js';
import type { Rendered } from './rendered.js';
import type { Template } from './template.js';

export interface RenderOptions {
  readonly lists: CodeLists;
  /** One more line next to the marking, at the top and bottom: for example, that a vault is for practice. */
  readonly notice?: string;
  /** The template by its definition, for the foot of the paper. Absent: the paper names none. */
  readonly madeWith?: TemplateOrigin;
  /**
   * The recipient, a code of `export-destination`: it decides what is written and what is withheld. An audience without
   * a rule gets the values allowed for anybody.
   */
  readonly audience: string;
  /** Absent: the rules that ship. */
  readonly audiences?: Audiences;
  /** Absent: the rules that ship, of what the conditions of a capture allow. */
  readonly handlingRules?: HandlingRules;
  /** Words from `wordsToConfirm` that the officer has read and confirmed for this document. Absent: none. */
  readonly confirmed?: readonly ConfirmedWords[];
}

type OwnRenderOptions = Pick<RenderOptions, 'lists' | 'notice' | 'madeWith' | 'handlingRules'>;

const NO_HANDLING: CaseHandling = { on: new Map(), permissions: [] };
/** A day on which no permission is in force: a case file without its day has none. */
const NO_DAY = '1900-01-01' as PlainDate;

/** Names that the template needs and the case file lacks, so that a view can show them before it asks for a report. */
export function missingNeeds(template: Template, caseFile: object): readonly string[] {
  return template.needs.filter((name) => !isPresent((caseFile as CaseValues)[name], true));
}

/**
 * Fills the template for an audience. The marking is at the top and bottom. A template with an audience of its own
 * never shows more than that audience may have, wherever it goes.
 *
 * @throws {PreventError} `CP_TEMPLATE_INVALID` when the case file lacks what the template needs
 */
export function renderTemplate(
  template: Template,
  caseFile: object,
  { audience, audiences = gatherAudiences(), confirmed = [], ...options }: RenderOptions,
): Rendered {
  const { given, view } = viewsOf(template, audiences, audience);
  const own = template.audience;
  const isExtract = own === undefined && !nothingIsWithheld(template, view);
  const noteOf = (leftOut: readonly LeftOut[]): readonly RootContent[] => {
    // A list tells what kinds there are, so a reader of a part of the record gets none, whatever a rule says.
    const isListed = own === undefined && given.isFull && given.isToldWhatIsLeftOut;
    if (isExtract && !isListed) return [extractNote(audience, options.lists)];
    return isListed ? leftOutNote(leftOutFor(audience, leftOut)) : [];
  };
  const { rendered, withheld, isNameBarred } = fill(
    template,
    caseFile,
    { audience: view, asking: askingWith(confirmed), noteOf },
    options,
    own ?? audience,
    audience,
  );
  // A text written for one person is not meant for another.
  const isReader = own === undefined || own === audience || given.isFull;
  const labelOf = (path: string) => pathLabel(template.kinds, path);
  return {
    ...rendered,
    audience,
    isForAudience: isReader && !isNameBarred && holdsSomethingFor(template, view),
    withheld: withheldWords(withheld, audiences, labelOf),
  };
}

/**
 * The words that stay out of the document for this audience until an officer confirms them, each with its record. They
 * are for that officer alone: `Rendered` never has them unless they are confirmed.
 *
 * @throws {PreventError} `CP_TEMPLATE_INVALID` when the case file lacks what the template needs
 */
export function wordsToConfirm(
  template: Template,
  caseFile: object,
  {
    audience,
    audiences = gatherAudiences(),
    lists,
  }: Omit<RenderOptions, 'confirmed' | 'notice' | 'madeWith'>,
): readonly WordsToConfirm[] {
  const { view } = viewsOf(template, audiences, audience);
  const asking = askingWith([]);
  fill(
    template,
    caseFile,
    { audience: view, asking, noteOf: () => [] },
    { lists },
    audience,
    audience,
  );
  return asking.all().map((asked) => ({ ...asked, label: pathLabel(template.kinds, asked.path) }));
}

function viewsOf({ audience: own }: Template, audiences: Audiences, audience: string) {
  const given = audienceView(audiences, audience);
  return {
    given,
    view: own === undefined ? given : bothViews(given, audienceView(audiences, own)),
  };
}

/**
 * Fills a template whose kinds contain only values that its reader may have: a page written for one person from the
 * start.
 */
export function renderOwnPage(
  template: Template,
  values: object,
  audience: string,
  options: OwnRenderOptions,
): Rendered {
  const { rendered } = fill(
    template,
    values,
    { audience: EVERYTHING, asking: askingWith([]), noteOf: () => [] },
    options,
    audience,
    audience,
  );
  return { ...rendered, audience, isForAudience: true, withheld: [] };
}

function fill(
  template: Template,
  caseFile: object,
  {
    audience,
    asking,
    noteOf,
  }: {
    readonly audience: AudienceView;
    readonly asking: Asking;
    readonly noteOf: (leftOut: readonly LeftOut[]) => readonly RootContent[];
  },
  { lists, notice, madeWith, handlingRules }: OwnRenderOptions,
  reader: string,
  destination: string,
) {
  const [missing] = missingNeeds(template, caseFile);
  if (missing !== undefined)
    throw new PreventError(
      'CP_TEMPLATE_INVALID',
      `"${template.title}" needs ${missing}, and the case file has none`,
    );
  const { onRecord = [], handling = NO_HANDLING, ...file } = caseFile as Partial<CaseFile>;
  const way = wayTo(destination);
  const today = file.preparedOn ?? NO_DAY;
  const gate = paperGate(handling, {
    way,
    today,
    ...(handlingRules ? { rules: handlingRules } : {}),
  });
  const bars = (holder: unknown, path: string): boolean => {
    const record = recordOf(holder);
    if (record === undefined) return false;
    return gate.bars(record, isDerived(holder) ? ALL : path);
  };
  const withheld = new Set<string>();
  const written = writtenRecords();
  const words = new ListsUsed(lists);
  const filled = fillBlocks(template.body.children, {
    kinds: template.kinds,
    values: caseFile as CaseValues,
    lists: words,
    madeOn: new Map(onRecord.map(({ id, madeOn }) => [id, madeOn])),
    audience,
    withhold: (path) => withheld.add(path),
    bars,
    write: written.note,
    isConfirmed: asking.isConfirmed,
  });
  const foot = paperFoot(template.id, file, {
    goes: (path) => audience.goes(path) && !bars(file.subject, path.replace(/^subject\./, '')),
  });
  if (foot.hasBirth) written.note(file.subject, 'bornOn');
  const leftOut = leftOutOf(onRecord, written);
  const { shown, leftOut: without, origins } = handlingOfPaper(written.records, handling);
  const conditions = conditionLines(origins, way, handlingRules);
  const marking =
    strictestMarking([template.marking, ...origins.map((each) => each.marking)]) ??
    template.marking;
  const mark = (): Paragraph => ({
    type: 'paragraph',
    data: { hProperties: { className: ['cp-marking'] } },
    children: [
      { type: 'strong', children: [{ type: 'text', value: marking }] },
      ...(notice === undefined
        ? []
        : [{ type: 'break' as const }, { type: 'text' as const, value: notice }]),
    ],
  });
  const body = withoutEmptySections(filled) as RootContent[];
  const below: readonly RootContent[] = [
    ...[...foot.lines, ...standingLines(words.used(), madeWith === undefined, reader)].map(
      paragraph,
    ),
    ...(madeWith ? [{ type: 'paragraph' as const, children: [...templateFoot(madeWith)] }] : []),
  ];
  const mdast: Root = {
    type: 'root',
    children: [mark(), ...conditions.map(paragraph), ...body, ...noteOf(leftOut), ...below, mark()],
  };
  const rendered = {
    type: 'rendered' as const,
    id: template.id,
    title: template.title,
    marking,
    handling: { shown, leftOut: without },
    conditions,
    stopped: gate.stopped(),
    records: onRecord.flatMap(({ id }) => (written.records.has(id) ? [id] : [])),
    leftOut,
    confirmed: confirmedIn(asking, written),
    mdast,
    markdown: markdownOf(mdast),
    html: htmlOf(mdast),
  };
  // A paper about a person whom it may not name is not handed out.
  const isNameBarred = file.subject !== undefined && bars(file.subject, 'name');
  return { rendered, withheld, isNameBarred };
}

/** The confirmed words that were written, by record and field. */
function confirmedIn(
  { all, isConfirmed }: Asking,
  { records }: Pick<Written, 'records'>,
): readonly ConfirmedField[] {
  const found = new Map<string, ConfirmedField>();
  for (const asked of all()) {
    const { record, field } = asked;
    if (record !== undefined && isConfirmed(asked) && records.get(record)?.has(field))
      found.set(`${record} ${field}`, { record, field });
  }
  return [...found.values()];
}

/**
 * True if everything the template needs goes at least in part. If it needs only the subject, anything besides the name
 * is enough.
 */
function holdsSomethingFor({ needs, may }: Template, { goesInPart }: AudienceView): boolean {
  const isMatter = (name: string) => name !== 'subject' && !ALWAYS_AT_HAND.includes(name);
  const needed = needs.filter(isMatter);
  if (needed.length > 0) return needed.every(goesInPart);
  const more = may.filter(isMatter);
  return more.length === 0 || more.some(goesInPart);
}

function nothingIsWithheld({ needs, may }: Template, { goes }: AudienceView): boolean {
  return [...needs, ...may].every(goes);
}

/** The label of a value or a column; for a whole thing, its name. */
export function pathLabel(kinds: CaseKinds, path: string): string {
  const found = followPath(kinds, path)?.steps.at(-1);
  if (found) return found.label;
  const [kind = '', ...column] = path.split('.');
  const fields = kinds[kind]?.fields ?? [];
  return followColumn(fields, column.join('.'))?.at(-1)?.label ?? kind;
}
