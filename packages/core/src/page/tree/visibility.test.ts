import { expect, test } from 'vitest';
import { readPage } from '../read-page.js';
import { snapshotOfHtml } from '../saved-page.js';

const read = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })).values;

test.each([
  ['the hidden attribute', '<div hidden>X</div>'],
  ['display none', '<div style="color:red; display: none">X</div>'],
  ['visibility hidden', '<div style="visibility:hidden">X</div>'],
  ['no opacity', '<div style="opacity: 0">X</div>'],
  ['no colour', '<div style="background: white; color: transparent">X</div>'],
  ['the colour behind', '<div style="color: #FFF; background-color: #fff">X</div>'],
  ['letters without a size', '<div style="font-size:0">X</div>'],
  ['text moved out of its box', '<div style="text-indent: -9999px">X</div>'],
  ['a clip path that leaves nothing', '<div style="clip-path: inset(100%)">X</div>'],
  ['a clip that leaves nothing', '<div style="position:absolute; clip: rect(0, 0, 0, 0)">X</div>'],
  ['a class for screen readers only', '<div class="visually-hidden">X</div>'],
  ['a closed details', '<details><summary>More</summary>X</details>'],
])('%s makes a value off screen, and it is kept', (_what, wrapper) => {
  const [value] = read(wrapper.replace('X', '<dl><dt>Name<dd>Taz</dl>'));
  expect(value).toMatchObject({ label: 'Name', value: 'Taz', visible: false });
});

test.each([
  'opacity: 0.9',
  'opacity:.5',
  'color: white; background: navy',
  'background-color: transparent; color: black',
  'font-size: 0.9em',
  'text-indent: -1em',
])('%s leaves a value on screen', (style) => {
  expect(read(`<div style="${style}"><dl><dt>Name<dd>Taz</dl></div>`)[0]?.visible).toBe(true);
});

test('a box that is drawn by its label is on screen', () => {
  const [value] = read(
    '<input type="checkbox" id="a" checked style="opacity:0"><label for="a">Consent</label>',
  );
  expect(value).toMatchObject({ label: 'Consent', visible: true });
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
