/** Fills a template from a case file. What is on record enters as text nodes, so nothing in it can become markup. */
import type {
  BlockContent,
  DefinitionContent,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  TableCell,
  TableRow,
} from 'mdast';
import type { CodeLists } from '../codes/code-list.js';
import { PreventError } from '../shared/errors.js';
import { type CaseKinds, followColumn, followPath } from './case-kind.js';
import { type Directive, directiveOf } from './directive.js';
import { htmlOf } from './html.js';
import { markdownOf } from './markdown.js';
import type { Rendered } from './rendered.js';
import type { Template } from './template.js';
import { written } from './written.js';

/** What is known of a case, by the names of `CASE_KINDS`; `CaseFile` of casework is one. */
export type CaseValues = Readonly<Record<string, unknown>>;

export interface RenderOptions {
  readonly lists: CodeLists;
  /** One more line beside the marking, head and foot: that a vault is for practice, for example. */
  readonly notice?: string;
}

/** What the template needs and the case file does not have, so that a view can say so before it asks for a report. */
export function missingNeeds(template: Template, caseFile: object): readonly string[] {
  return template.needs.filter((name) => !isPresent((caseFile as CaseValues)[name], true));
}

/**
 * Fills the template. The marking stands at the head and the foot.
 *
 * @throws {PreventError} `CP_TEMPLATE_INVALID` when the case file lacks what the template needs
 */
export function renderTemplate(
  template: Template,
  caseFile: object,
  { lists, notice }: RenderOptions,
): Rendered {
  const [missing] = missingNeeds(template, caseFile);
  if (missing !== undefined)
    throw new PreventError(
      'CP_TEMPLATE_INVALID',
      `"${template.title}" needs ${missing}, and the case file has none`,
    );
  const filling = { kinds: template.kinds, values: caseFile as CaseValues, lists };
  const mark = (): Paragraph => ({
    type: 'paragraph',
    data: { hProperties: { className: ['cp-marking'] } },
    children: [
      { type: 'strong', children: [{ type: 'text', value: template.marking }] },
      ...(notice === undefined
        ? []
        : [{ type: 'break' as const }, { type: 'text' as const, value: notice }]),
    ],
  });
  const mdast: Root = {
    type: 'root',
    children: [mark(), ...(fillBlocks(template.body.children, filling) as RootContent[]), mark()],
  };
  return {
    type: 'rendered',
    id: template.id,
    title: template.title,
    marking: template.marking,
    mdast,
    markdown: markdownOf(mdast),
    html: htmlOf(mdast),
  };
}

interface Filling {
  readonly kinds: CaseKinds;
  readonly values: CaseValues;
  readonly lists: CodeLists;
}

type AnyContent = RootContent | BlockContent | DefinitionContent | PhrasingContent;

function fillBlocks(nodes: readonly AnyContent[], filling: Filling): AnyContent[] {
  return nodes.flatMap((node): AnyContent[] => {
    const directive = directiveOf(node);
    if (directive?.name === 'value') return textNodes(valueText(directive, filling));
    if (directive?.name === 'table') return [table(directive, filling)];
    if (directive?.name === 'when') {
      const shown = isPresent(valueAt(filling.values, directive.present), false);
      return shown && 'children' in node ? fillBlocks(node.children, filling) : [];
    }
    if (node.type === 'paragraph') return paragraphs(node, filling);
    if (!('children' in node)) return [node];
    return [{ ...node, children: fillBlocks(node.children, filling) } as AnyContent];
  });
}

/** A paragraph that is one value becomes as many paragraphs as the value has. */
function paragraphs(node: Paragraph, filling: Filling): Paragraph[] {
  const [only, ...others] = node.children;
  const directive = only && others.length === 0 ? directiveOf(only) : undefined;
  if (directive?.name !== 'value')
    return [{ ...node, children: fillBlocks(node.children, filling) as PhrasingContent[] }];
  return valueText(directive, filling)
    .split(/\n[^\S\n]*\n/)
    .map((text) => ({ type: 'paragraph' as const, children: textNodes(text) }))
    .filter(({ children }) => children.length > 0);
}

function valueText(directive: Directive & { name: 'value' }, { kinds, values, lists }: Filling) {
  const { path, as, list } = directive;
  const target = followPath(kinds, path);
  const field = target?.steps.at(-1) ?? target;
  const options = { lists, ...(as ? { as } : {}), ...(list ? { list } : {}) };
  // A value by itself is never a group or a list of them: the check has seen to it.
  return written(valueAt(values, path), field as Parameters<typeof written>[1], options);
}

function table(directive: Directive & { name: 'table' }, filling: Filling): BlockContent {
  const { kinds, values, lists } = filling;
  const rows = valueAt(values, directive.of);
  if (!Array.isArray(rows) || rows.length === 0)
    return { type: 'paragraph', children: [{ type: 'text', value: directive.empty }] };
  const fields = followPath(kinds, directive.of)?.fields ?? [];
  const columns = directive.columns.map((column) => ({
    column,
    field: followColumn(fields, column)?.at(-1),
  }));
  const head = columns.map(({ field, column }): TableCell => {
    return { type: 'tableCell', children: [{ type: 'text', value: field?.label ?? column }] };
  });
  const body = rows.map((row: CaseValues) =>
    tableRow(
      columns.map(({ column, field }) => cell(written(valueAt(row, column), field, { lists }))),
    ),
  );
  return { type: 'table', children: [tableRow(head), ...body] };
}

const cell = (text: string): TableCell => ({ type: 'tableCell', children: textNodes(text) });
const tableRow = (children: TableCell[]): TableRow => ({ type: 'tableRow', children });

/** Text as nodes, a break between lines. Each line is set apart for direction, so that it cannot turn what is beside it. */
function textNodes(text: string): PhrasingContent[] {
  return text
    .replace(/^\s*\n|\n\s*$/g, '')
    .split('\n')
    .flatMap((line, index): PhrasingContent[] => [
      ...(index > 0 ? [{ type: 'break' as const }] : []),
      ...(line === '' ? [] : [{ type: 'text' as const, value: line, data: { hName: 'bdi' } }]),
    ]);
}

/** Own members only: a path can name nothing that was not put there. */
function valueAt(values: CaseValues, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, name) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, name)
          ? (at as CaseValues)[name]
          : undefined,
      values,
    );
}

/** An empty list is an answer to a need ("none"), and no reason to show what is said of its entries. */
function isPresent(value: unknown, emptyListCounts: boolean): boolean {
  if (Array.isArray(value)) return emptyListCounts || value.length > 0;
  return value !== undefined && value !== null && value !== '';
}
