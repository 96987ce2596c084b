import { expect, test } from 'vitest';
import { readPage } from '../read-page.js';
import { snapshotOfHtml } from '../saved-page.js';

const selectors = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })).values.map(
    ({ place }) => place.selector,
  );

test('an id of its own is enough', () => {
  expect(selectors('<dl><dt>Name<dd id="name">Taz</dl>')).toEqual(['#name']);
});

test('an id that occurs twice, or that a framework counted up, is not relied on', () => {
  expect(selectors('<div id="x"></div><dl id="x"><dt>Name<dd id=":r17:">Taz</dl>')).toEqual([
    'html:nth-of-type(1) > body:nth-of-type(1) > dl:nth-of-type(1) > dd:nth-of-type(1)',
  ]);
});

test('a control is found by its name, with quotes kept from breaking out', () => {
  expect(selectors(`<label>Name <input name='a"]b' value="Taz"></label>`)).toEqual([
    'input[name="a\\"]b"]',
  ]);
});

test('a shadow root is crossed by >>>', () => {
  expect(
    selectors(
      '<x-card id="card"><template shadowrootmode="open"><dl><dt>Name<dd>Taz</dl></template></x-card>',
    ),
  ).toEqual(['#card >>> dl:nth-of-type(1) > dd:nth-of-type(1)']);
});

test('places among siblings count what is not read, such as scripts', () => {
  expect(selectors('<div>x</div><div><dl><dt>Name<dd>Taz</dl></div>')[0]).toContain(
    'div:nth-of-type(2)',
  );
});
