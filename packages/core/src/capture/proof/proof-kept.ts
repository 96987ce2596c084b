/** Words of a page that stay in its copy: the system’s labels and headings, and those that the adapter uses. */
import type { Element, Root, Text } from 'hast';
import type { Reading } from '../../page/reading.js';
import type { Adapter, Anchor, Locator, SelectorLocator } from '../adapter/adapter.js';
import { foldLabel } from '../field/fold-label.js';
import type { SystemWords } from '../teach/system-words.js';
import { shortTexts } from '../text/short-texts.js';

/** A part of a text, by its offsets. */
export type Range = readonly [from: number, to: number];

const LONGEST = 300;
/** Marks between a label and its value in one text, or before the next label. */
const SEPARATOR = /[:：=\t]|\s[-=]>\s|\s→\s|\s[-–—]\s|\.{2,}|\s{3,}/g;
/** “From J Example on 27/01/2026”: a label without a mark after it. */
const SENT = /^\s*(From)\s+\S[^\n]{1,120}\son\s/;
const START = /[\n|;]/;

/** Labels and headings as displayed, by their folded text. */
export function keptTexts(
  reading: Reading,
  adapter: Adapter,
  words: SystemWords,
): ReadonlyMap<string, string> {
  const kept = new Map<string, string>();
  const keep = (text: string): void => {
    if (!kept.has(keptKey(text)) && keptKey(text) !== '') kept.set(keptKey(text), text);
  };
  for (const { label, method, owner } of reading.values) {
    if (words.isLabel(label, method)) keep(label);
    for (const heading of owner) if (words.isHeading(heading)) keep(heading);
  }
  for (const heading of reading.headings) if (words.isHeading(heading)) keep(heading);
  if (words.isHeading(reading.title)) keep(reading.title);
  for (const text of textsIn(adapter)) keep(text);
  return kept;
}

/** Texts in all parts of an adapter. */
export function textsIn({
  match,
  screens,
  fill = [],
  references = [],
}: Adapter): readonly string[] {
  const pointers = [
    ...match.anchors,
    ...[...screens, ...fill].flatMap(({ when = [], fields, suppress = [] }) => [
      ...when,
      ...suppress,
      ...Object.values(fields).flat(),
    ]),
    ...references.flatMap(({ when = [], reference }) => [...when, ...reference]),
  ];
  const texts = pointers.flatMap(wordsOfPointer);
  const rows = screens.flatMap(({ rows = [] }) =>
    rows.flatMap(({ table, columns, platform = [], where }) =>
      [
        table,
        ...Object.values(columns),
        platform,
        where === undefined ? [] : [where.column, where.is],
      ].flat(),
    ),
  );
  const choices = fill.flatMap(({ choices = {} }) =>
    Object.values(choices).flatMap((named) => Object.values(named)),
  );
  return [...texts, ...rows, ...choices];
}

function wordsOfPointer(pointer: Anchor | Locator): readonly string[] {
  if ('label' in pointer) return [pointer.label, pointer.owner ?? []].flat();
  if ('heading' in pointer) return [pointer.heading];
  if ('title' in pointer) return [pointer.title];
  const { beside }: Partial<SelectorLocator> = pointer;
  return beside === undefined ? [] : [beside];
}

export function keptKey(text: string): string {
  return foldLabel(text).replace(/[\s:*.…·‥]+$/, '');
}

/** Ranges of the kept words in a tree's texts, even if elements split them. */
export function keptRanges(
  tree: Root,
  kept: ReadonlyMap<string, string>,
): ReadonlyMap<Text, readonly Range[]> {
  const ranges = new Map<Text, readonly Range[]>();
  const stack: (Root | Element)[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    for (const child of node.children) {
      if (child.type === 'text' && !ranges.has(child))
        ranges.set(child, rangesIn(child.value, kept));
      if (child.type === 'element') stack.push(child);
    }
    const texts = node.children.length < 2 ? [] : shortTexts(node, LONGEST);
    if (texts.length > 1 && kept.has(keptKey(texts.map(({ value }) => value).join(''))))
      for (const text of texts) ranges.set(text, [[0, text.value.length]]);
  }
  return ranges;
}

export function rangesIn(text: string, kept: ReadonlyMap<string, string>): readonly Range[] {
  if (kept.has(keptKey(text))) return [[0, text.length]];
  if (text.length < 3) return [];
  const ranges: Range[] = [];
  const sent = SENT.exec(text)?.[1];
  if (sent !== undefined && kept.has(keptKey(sent)))
    ranges.push([text.indexOf(sent), text.indexOf(sent) + sent.length]);
  for (const { index } of text.matchAll(SEPARATOR)) {
    let from = index;
    while (from > 0 && index - from < LONGEST && !START.test(text[from - 1] ?? '')) from -= 1;
    if (kept.has(keptKey(text.slice(from, index)))) ranges.push([from, index]);
  }
  return ranges;
}
