import { expect, test } from 'vitest';
import { growth } from '../../testing/growth.js';
import { readPage } from '../read-page.js';
import { snapshotOfHtml } from '../saved-page.js';
import { indexFrame } from '../tree/page-index.js';
import { headingCandidates } from './heading-pair.js';

const read = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://records.example.org/1' })).values;
const pairs = (html: string) =>
  read(html).map(({ label, value, owner }) => `${[...owner, label].join(' / ')} => ${value}`);
const LONG =
  'He built a tool from a kit and took the laptops of a class off the network. He said so when asked. He is sorry now.';

test('small headings over one short text each are labels', () => {
  expect(
    pairs(
      '<h2>Child</h2> <h4>Name</h4> <p>Taz Vael</p> <h4>Town</h4>\n<p>Testham</p> <h4>Alias</h4> <p></p> <h4>What happened?</h4> <p>He said so.<br>He is sorry.</p>',
    ),
  ).toEqual([
    'Child / Name => Taz Vael',
    'Child / Town => Testham',
    'Child / What happened? => He said so.\nHe is sorry.',
  ]);
});

test('the sections of an article are prose under their headings, not labelled values', () => {
  const values = read(
    ['Background', 'Incident', 'Outcome']
      .map((name) => `<h3>${name}</h3><p>${LONG} ${LONG}</p>`)
      .join(''),
  );
  expect(values.map(({ kind }) => kind)).toEqual(['prose', 'prose', 'prose']);
});

test('headings over several texts, over links or over boxes are no labels', () => {
  const under = (content: string) =>
    read(['One', 'Two', 'Three'].map((name) => `<h4>${name}</h4>${content}`).join(''));
  expect(under('<p>Short.</p><p>Also short.</p>')).toEqual([]);
  expect(under('<ul><li><a href="#">Help</a></li><li><a href="#">News</a></li></ul>')).toEqual([]);
  expect(under('<p>Short <input value=""></p>')).toEqual([]);
});

test('two headings alone say too little', () => {
  expect(read('<h4>Name</h4><p>Taz</p><h4>Town</h4><p>Testham</p>')).toEqual([]);
});

test.each([
  ['headings over a text', '<h4>Name</h4><p>Taz</p>'],
  ['headings over nothing', `<h4>Name</h4>${'<i></i>'.repeat(20)}`],
])('ten thousand %s take no longer than they are long', async (_, part) => {
  const finds = (count: number) => {
    const html = part.repeat(count);
    const [frame] = snapshotOfHtml(html, { url: 'https://records.example.org/1' }).frames;
    if (!frame) throw new Error('A page has a frame');
    const index = indexFrame(frame);
    return () => headingCandidates(index);
  };
  expect(await growth(finds(1_250), finds(10_000), 8)).toBeLessThan(3);
});
