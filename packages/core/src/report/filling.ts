/**
 * Fills the blocks of a template: values as text nodes, tables as rows, and nothing that is withheld from the audience.
 */
import type {
  BlockContent,
  DefinitionContent,
  List,
  ListItem,
  Paragraph,
  Parents,
  PhrasingContent,
  RootContent,
  TableCell,
} from 'mdast';
import type { CodeLists } from '../codes/code-list.js';
import type { FieldDescription } from '../record/field.js';
import type { PlainDate, RecordId } from '../shared/primitives.js';
import type { AudienceView } from './audience.js';
import { type CaseKinds, followColumn, followPath } from './case-kind.js';
import type { AskedWords } from './confirmed-words.js';
import { type Directive, directiveOf, nodesOf } from './directive.js';
import { recordOf } from './left-out.js';
import { cell, tableRow, textNodes } from './text-nodes.js';
import { NOT_RECORDED, written } from './written.js';

/** The values of a case, by the names of `CASE_KINDS`; `CaseFile` of casework is one example. */
export type CaseValues = Readonly<Record<string, unknown>>;

export interface Filling {
  readonly kinds: CaseKinds;
  readonly values: CaseValues;
  readonly lists: CodeLists;
  /** The day on which each record was made. */
  readonly madeOn: ReadonlyMap<RecordId, PlainDate>;
  readonly audience: AudienceView;
  /** Called with each path that has a value and is withheld. */
  readonly withhold: (path: string) => void;
  /** Says whether an officer has confirmed these words for the document. Called with all words that wait for it. */
  readonly isConfirmed: (asked: AskedWords) => boolean;
  /** Says whether conditions bar the value at a path of a record, or of a line about one. */
  readonly bars: (holder: unknown, path: string) => boolean;
  /** Called with each value that is written: the record that it is from, and its path inside. */
  readonly write: (holder: unknown, path: string) => void;
}

type AnyContent = RootContent | BlockContent | DefinitionContent | PhrasingContent;

/**
 * Fills the blocks. A block that would show a withheld value is left out whole, with its words: “Suspected offences:
 * withheld” reveals as much as it hides.
 */
export function fillBlocks(nodes: readonly AnyContent[], filling: Filling): AnyContent[] {
  return nodes.flatMap((node): AnyContent[] => {
    const directive = directiveOf(node);
    if (directive?.name === 'value')
      return mayWrite(directive.path, filling) ? textNodes(valueText(directive, filling)) : [];
    if (directive?.name === 'table') return table(directive, filling);
    if (directive?.name === 'when') return 'children' in node ? when(directive, node, filling) : [];
    if (
      (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableRow') &&
      namesWithheld(node, filling)
    )
      return [];
    if (node.type === 'paragraph') return paragraphs(node, filling);
    if (!('children' in node)) return [node];
    if (node.type === 'list') return foldedList(node, filling);
    const children = fillBlocks(node.children, filling);
    if (children.length === 0 && CONTAINERS.has(node.type)) return [];
    return [{ ...node, children } as AnyContent];
  });
}

/** Removes a heading whose section was left out, since it names the withheld part. */
export function withoutEmptySections(nodes: readonly AnyContent[]): AnyContent[] {
  return nodes.filter((node, at) => {
    if (node.type !== 'heading') return true;
    const after = nodes.slice(at + 1);
    const end = after.findIndex((each) => each.type === 'heading' && each.depth <= node.depth);
    const section = end < 0 ? after : after.slice(0, end);
    return section.some(({ type }) => type !== 'heading');
  });
}

/** Reads own members only: a path can reach nothing that was not put there. */
export function valueAt(values: CaseValues, path: string): unknown {
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

/**
 * Says whether a value is present. An empty list answers a need (“none”), but is not a reason to show words about its
 * entries.
 */
export function isPresent(value: unknown, emptyListCounts: boolean): boolean {
  if (Array.isArray(value)) return emptyListCounts || value.length > 0;
  return value !== undefined && value !== null && value !== '';
}

const CONTAINERS: ReadonlySet<string> = new Set(['list', 'listItem', 'blockquote', 'table']);

/** Reports every withheld path of the line, not only the first. */
function namesWithheld(node: Parents, filling: Filling): boolean {
  const paths = [...nodesOf(node)].flatMap((each) => {
    const directive = directiveOf(each);
    return directive?.name === 'value' ? [directive.path] : [];
  });
  const withheld = paths.filter((path) => !mayWrite(path, filling));
  for (const path of withheld)
    if (!isBarred(path, filling)) noteWithheld(path, valueAt(filling.values, path), filling);
  return withheld.length > 0;
}

function noteWithheld(path: string, value: unknown, { withhold }: Filling): void {
  if (isPresent(value, false)) withhold(path);
}

function when(
  { path, isPresent: isAskedFor }: Directive & { name: 'when' },
  { children }: { readonly children: readonly AnyContent[] },
  filling: Filling,
): AnyContent[] {
  const value = valueAt(filling.values, path);
  if (!isAskedFor) {
    // A reader who would not get the value is not told that there is none.
    const isSaid = !isPresent(value, false) && filling.audience.goes(path);
    return isSaid ? fillBlocks(children, filling) : [];
  }
  if (!isPresent(value, false)) return [];
  if (isBarred(path, filling)) return [];
  if (filling.audience.goesInPart(path) || mayWrite(path, filling))
    return fillBlocks(children, filling);
  // Filled for what is withheld in it, and then left out.
  const isConfirmed = (asked: AskedWords): boolean => {
    filling.isConfirmed(asked);
    return false;
  };
  fillBlocks(children, { ...filling, write: () => {}, isConfirmed });
  noteWithheld(path, value, filling);
  return [];
}

/** Fewer lines without a value stay where they are. */
const FOLDED_FROM = 2;

/** The list without its lines that have no value, which one sentence after it names. */
function foldedList(node: List, filling: Filling): AnyContent[] {
  const missing = node.children.flatMap((item) => {
    const label = labelWithoutValue(item, filling);
    return label === undefined ? [] : [{ item, label }];
  });
  const isFolded = missing.length >= FOLDED_FROM;
  const left = new Set(isFolded ? missing.map(({ item }) => item) : []);
  const children = fillBlocks(
    node.children.filter((item) => !left.has(item)),
    filling,
  ) as ListItem[];
  const names = missing.map(({ label }) => lowerFirst(label)).join(', ');
  return [
    ...(children.length > 0 ? [{ ...node, children }] : []),
    ...(isFolded
      ? [
          {
            type: 'paragraph' as const,
            children: [{ type: 'text' as const, value: `${NOT_RECORDED}: ${names}.` }],
          },
        ]
      : []),
  ];
}

/** The words before the only value of a line, if that value goes to the audience and is not there. */
function labelWithoutValue(item: ListItem, { values, audience }: Filling): string | undefined {
  const [only, ...more] = item.children;
  if (only?.type !== 'paragraph' || more.length > 0) return undefined;
  const [label, value, ...others] = only.children;
  const directive = value && others.length === 0 ? directiveOf(value) : undefined;
  if (label?.type !== 'text' || directive?.name !== 'value') return undefined;
  if (!audience.goes(directive.path) || isPresent(valueAt(values, directive.path), false))
    return undefined;
  return /^(.+): $/.exec(label.value)?.[1];
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Turns a paragraph that is one value into as many paragraphs as the value has. */
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

function valueText(directive: Directive & { name: 'value' }, filling: Filling) {
  const { path, as, list } = directive;
  const { kinds, values, lists } = filling;
  const value = valueAt(values, path);
  if (isPresent(value, false)) noteWritten(path, filling);
  const target = followPath(kinds, path);
  const field = target?.steps.at(-1) ?? target;
  const on = dayOf(holderOf(path, values).thing, filling);
  const options = { lists, on, ...(as ? { as } : {}), ...(list ? { list } : {}) };
  // A single value is never a group or a list of groups: the check has made sure of it.
  return written(value, field as Parameters<typeof written>[1], options);
}

/** True if the value goes to the audience, or is in words that an officer has confirmed. */
function mayWrite(path: string, filling: Filling): boolean {
  const { audience, values, kinds } = filling;
  if (isBarred(path, filling)) return false;
  if (audience.goes(path)) return true;
  return isLetGo(
    { path, value: valueAt(values, path), field: followPath(kinds, path)?.steps.at(-1) },
    holderOf(path, values),
    filling,
  );
}

/** True if conditions bar the value, or every record of a list. A value that is not there is not barred. */
function isBarred(path: string, { values, bars }: Filling): boolean {
  const value = valueAt(values, path);
  if (!isPresent(value, false)) return false;
  const { thing, inner } = holderOf(path, values);
  if (Array.isArray(thing)) return thing.every((each) => bars(each, ''));
  return bars(thing, inner);
}

interface Asked {
  readonly path: string;
  readonly value: unknown;
  readonly field: FieldDescription | undefined;
}

/** True if an officer has confirmed the words. Where there are none, nothing can be confirmed. */
function isLetGo({ path, value, field }: Asked, holder: Holder, filling: Filling): boolean {
  if (!filling.audience.goesOnceConfirmed(path) || !isPresent(value, false)) return false;
  const record = recordOf(holder.thing);
  return filling.isConfirmed({
    path,
    ...(record === undefined ? {} : { record }),
    field: holder.inner,
    words: written(value, field, { lists: filling.lists, on: dayOf(holder.thing, filling) }),
  });
}

/** The record that a value is in, and its path inside. */
interface Holder {
  readonly thing: unknown;
  readonly inner: string;
}

/** The first step of a path is a thing of the case file: the record that the rest is in. */
function holderOf(path: string, values: CaseValues): Holder {
  const [thing = '', ...inner] = path.split('.');
  return { thing: valueAt(values, thing), inner: inner.join('.') };
}

/** The day on which a record was made; undefined for what is no record, such as the officer. */
function dayOf(thing: unknown, { madeOn }: Filling): PlainDate | undefined {
  const record = recordOf(thing);
  return record && madeOn.get(record);
}

function noteWritten(path: string, { values, write }: Filling): void {
  const { thing, inner } = holderOf(path, values);
  write(thing, inner);
}

function table(directive: Directive & { name: 'table' }, filling: Filling): BlockContent[] {
  const { kinds, values, lists, audience } = filling;
  const found = valueAt(values, directive.of);
  const held: readonly CaseValues[] = Array.isArray(found) ? found : [];
  const fields = followPath(kinds, directive.of)?.fields ?? [];
  const isInside = directive.of.includes('.');
  // A row with a gap would show that something is withheld, so the row is left out whole.
  const rows = held.filter(
    (row, nth) =>
      !directive.columns.some((column) => {
        if (!audience.goesInPart(`${directive.of}.${column}`)) return false;
        if (!isPresent(valueAt(row, column), false)) return false;
        if (!isInside) return filling.bars(row, column);
        const { thing, inner } = holderOf(directive.of, values);
        return filling.bars(thing, `${inner}[${nth}].${column}`);
      }),
  );
  if (rows.length === 0 && held.length > 0) return [];
  const columns = directive.columns.flatMap((column) => {
    const path = `${directive.of}.${column}`;
    const field = followColumn(fields, column)?.at(-1);
    const holder = (row: CaseValues): Holder =>
      isInside ? holderOf(path, values) : { thing: row, inner: column };
    const isOpen = audience.goes(path);
    const goes = new Set(
      rows.filter(
        (row) =>
          isOpen || isLetGo({ path, value: valueAt(row, column), field }, holder(row), filling),
      ),
    );
    if (rows.some((row) => !goes.has(row) && isPresent(valueAt(row, column), false)))
      filling.withhold(path);
    return isOpen || goes.size > 0 ? [{ column, field, holder, goes }] : [];
  });
  if (columns.length === 0) return [];
  if (rows.length === 0)
    return [{ type: 'paragraph', children: [{ type: 'text', value: directive.empty }] }];
  for (const { column, holder, goes } of columns)
    for (const row of goes)
      if (isPresent(valueAt(row, column), false)) {
        const { thing, inner } = holder(row);
        filling.write(thing, inner);
      }
  const head = columns.map(({ field, column }): TableCell => {
    return { type: 'tableCell', children: [{ type: 'text', value: field?.label ?? column }] };
  });
  const body = rows.map((row) =>
    tableRow(
      columns.map(({ column, field, holder, goes }) =>
        cell(
          goes.has(row)
            ? written(valueAt(row, column), field, { lists, on: dayOf(holder(row).thing, filling) })
            : NOT_IN_DOCUMENT,
        ),
      ),
    ),
  );
  return [{ type: 'table', children: [tableRow(head), ...body] }];
}

/** Stands next to words that were confirmed, for those that were not and for those that do not exist. */
const NOT_IN_DOCUMENT = 'Not in this document';
