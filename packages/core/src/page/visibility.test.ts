import { expect, test } from 'vitest';
import { readPage } from './read-page.js';
import { snapshotOfHtml } from './saved-page.js';

const read = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })).values;

test.each([
  ['the hidden attribute', '<div hidden>X</div>'],
  ['display none', '<div style="color:red; display: none">X</div>'],
  ['visibility hidden', '<div style="visibility:hidden">X</div>'],
  ['a closed details', '<details><summary>More</summary>X</details>'],
])('%s makes a value off screen, and it is kept', (_what, wrapper) => {
  const [value] = read(wrapper.replace('X', '<dl><dt>Name<dd>Taz</dl>'));
  expect(value).toMatchObject({ label: 'Name', value: 'Taz', visible: false });
});

test('a hidden form that repeats the record is kept as not visible', () => {
  const html =
    '<dl><dt>Name<dd>Taz</dl><form style="display:none"><label for="n">Name</label><input id="n" value="Taz"></form>';
  expect(read(html).map(({ visible }) => visible)).toEqual([true, false]);
});

test('what is hidden inside a visible value is no part of it', () => {
  expect(read('<dl><dt>Name<dd>Taz<span style="display:none">secret</span></dl>')[0]?.value).toBe(
    'Taz',
  );
});

test('a template that is not a shadow root is not on the page', () => {
  expect(read('<template><dl><dt>Name<dd>Taz</dl></template>')).toEqual([]);
});

test('text for screen readers is no part of a label that is on screen', () => {
  expect(
    read('<dl><dt>Name<span class="visually-hidden"> of the person</span><dd>Taz</dl>')[0]?.label,
  ).toBe('Name');
});

test('the live page’s word goes before the markup’s', () => {
  const snapshot = snapshotOfHtml('<div style="display:none"><dl><dt>Name<dd>Taz</dl></div>', {
    url: 'https://rms.example.org/1',
  });
  const json = JSON.stringify(snapshot).replace(
    '"tagName":"dl"',
    '"tagName":"dl","data":{"hidden":false}',
  );
  expect(readPage(JSON.parse(json)).values[0]?.visible).toBe(true);
});
