import type { Element, ElementContent } from 'hast';
import { expect, test } from 'vitest';
import { readPage } from '../page/index.js';
import type { PageSnapshot } from '../page/snapshot/snapshot.js';
import { growth } from '../testing/growth.js';
import { testHost } from '../testing/host.js';
import { openDraft } from './draft/open-draft.js';

/** Texts that, repeated many times, make a careless regular expression try every way of splitting them. */
const BAIT = [
  ...['a', 'A', ' ', '\u00A0', '\n', ':', '::', '-', '=', '(', '/', '.', '1', '0 ', '1,', '+44 '],
  ...['07700 ', '01/', '14 March ', '2009-03-', 'a@', 'a.', '@a.', 'a@a.', 'Discord: ', 'x ('],
  ...['A1 1AA ', 'SURNAME, ', 'O’', 'Mr ', 'Mr J ', 'http://', '192.168.', 'f:', 'bc1q', 'GB'],
  ...['Showing 1 to ', 'Page 1 of ', '<a ', '\\', '[', '](', '*', '_', '| ', '# ', '> ', 'a: '],
  ...['\u202E', '\u200B', '\u0301', 'aged ', 'User: ', 'From: ', '> On ', '"', 'Flat 1, '],
  ...[
    'lives at 1 A, ',
    'his mother, Al Oak, ',
    'mum’s number is ',
    'he can be reached on 07700 900123 or ',
  ],
];
/** Long enough for fixed costs not to matter. */
const SHORT = 5000;
const TIMES = 8;

const LABELS = 'Name,Date of birth,Mobile,Email,Address,Discord,Reference,Postcode,Age'.split(',');

function element(tagName: string, ...children: readonly (Element | string)[]): Element {
  return {
    type: 'element',
    tagName,
    properties: {},
    children: children.map(
      (child): ElementContent =>
        typeof child === 'string' ? { type: 'text', value: child } : child,
    ),
  };
}

/** The text as a heading, a label, a value under many labels, a line, a cell and running text. */
function pageOf(text: string): PageSnapshot {
  const pairs = ['Notes', ...LABELS].flatMap((label) => [
    element('dt', label),
    element('dd', text),
  ]);
  const children = [
    element('h2', text),
    element('dl', ...pairs, element('dt', text), element('dd', 'under it')),
    element('p', text),
    element('pre', text),
    element('table', element('tr', element('td', text), element('td', text))),
  ];
  const frame = { path: [], url: 'https://rms.example.org/1', title: text.slice(0, 1000) };
  return {
    version: 1,
    unread: [],
    frames: [{ ...frame, tree: { type: 'root', children } }],
  };
}

/** @returns a run from the snapshot to the draft */
function drafts(bait: string, length: number): () => unknown {
  const snapshot = pageOf(`${bait.repeat(Math.ceil(length / bait.length))}! end`);
  return () =>
    openDraft({
      reading: readPage(snapshot),
      snapshot,
      adapters: [],
      way: 'page',
      host: testHost(),
    });
}

test.each(BAIT)('a text of nothing but “%s” is read in time wherever it stands', async (bait) => {
  // Three times what the length accounts for: a search restarted at each letter reaches eight.
  const grown = await growth(drafts(bait, SHORT), drafts(bait, TIMES * SHORT), TIMES);
  expect(grown).toBeLessThan(3);
});
