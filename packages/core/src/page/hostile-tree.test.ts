import type { Element, ElementContent } from 'hast';
import { expect, test } from 'vitest';
import { growth } from '../testing/growth.js';
import { readPage } from './read-page.js';
import type { PageSnapshot } from './snapshot/snapshot.js';

const SMALL = 1_000;
const TIMES = 8;
/** Labels, headings, boxes and cells, each within another of its kind: a script can build what no HTML file can say. */
const NESTED = 'h4 h2 label legend summary dt th td li div p b span a section fieldset'.split(' ');

function nested(tagName: string, count: number): PageSnapshot {
  let inner: ElementContent = { type: 'text', value: 'Name' };
  for (let nth = 0; nth < count; nth += 1)
    inner = { type: 'element', tagName, properties: {}, children: [inner] } satisfies Element;
  const tree = { type: 'root' as const, children: [inner] };
  return {
    version: 1,
    unread: [],
    frames: [{ path: [], url: 'https://rms.example.org/1', title: 'Record', tree }],
  };
}

test.each(NESTED)('%s within itself, a thousand deep and more, is read in time', async (tag) => {
  const small = nested(tag, SMALL);
  const large = nested(tag, TIMES * SMALL);
  const grown = await growth(
    () => readPage(small),
    () => readPage(large),
    TIMES,
  );
  expect(grown).toBeLessThan(3);
});
