import type { Element, Root } from 'hast';
import { expect, it } from 'vitest';
import { snapshotOfHtml } from '../../page/saved-page.js';
import type { LiveData } from '../../page/snapshot/snapshot.js';
import { shownText } from './shown-text.js';

function text(html: string): string {
  const { frames } = snapshotOfHtml(html, { url: 'https://rms.example.org/1' });
  return shownText(find(frames[0]?.tree) as Element);
}

function find(parent: Root | Element | undefined): Element | undefined {
  for (const child of parent?.children ?? []) {
    if (child.type !== 'element') continue;
    if (child.properties.id === 'x') return child;
    const inside = find(child);
    if (inside) return inside;
  }
  return undefined;
}

it.each([
  ['text, white space folded', '<p id="x"> Kit\n  <b>Wraxhollow</b> </p>', 'Kit Wraxhollow'],
  ['lines', '<p id="x">Flat 3 <br> Fable Hill</p>', 'Flat 3\nFable Hill'],
  ['what is typed', '<input id="x" value=" Kit ">', 'Kit'],
  ['what is written at length', '<textarea id="x">Kit</textarea>', 'Kit'],
  [
    'what is chosen',
    '<select id="x"><option>Low<optgroup><option selected>High</optgroup></select>',
    'High',
  ],
  ['nothing where nothing is chosen', '<select id="x"><option>Low</select>', ''],
  ['nothing of a tick', '<input id="x" type="checkbox" value="yes" checked>', ''],
  ['nothing of a password', '<input id="x" type="password" value="secret">', ''],
])('shows %s', (_, html, shown) => {
  expect(text(html)).toBe(shown);
});

it('shows nothing that the live page withheld, and what it holds before what the markup says', () => {
  const input: Element = {
    type: 'element',
    tagName: 'input',
    properties: { value: 'old' },
    children: [],
  };
  const live = (data: LiveData) =>
    shownText({ ...input, data: data as NonNullable<Element['data']> });
  expect(live({ value: 'new' })).toBe('new');
  expect(live({ value: 'new', withheld: true })).toBe('');
});
