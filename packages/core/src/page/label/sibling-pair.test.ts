import { expect, test } from 'vitest';
import { readPage } from '../read-page.js';
import { snapshotOfHtml } from '../saved-page.js';

const pairs = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })).values.map(
    ({ label, value }) => `${label} => ${value}`,
  );

test('a row of two blocks, the first called a label, is a pair', () => {
  expect(
    pairs(
      '<div class="row"><div class="label">Status</div><div class="value"><span>open</span></div></div>',
    ),
  ).toEqual(['Status => open']);
});

test('a colon makes a label of the block before', () => {
  expect(
    pairs('<div><div>Home address:</div><div>14 Lanternwick Rise<br>ZZ99 3VZ</div></div>'),
  ).toEqual(['Home address => 14 Lanternwick Rise\nZZ99 3VZ']);
});

test('a label whose control is gone names what stands beside it', () => {
  expect(
    pairs('<div><span><label for="gone">Mobile</label></span><div>07700 900415</div></div>'),
  ).toEqual(['Mobile => 07700 900415']);
});

test('a label that has its control is not also the label of the hint beside it', () => {
  expect(
    pairs(
      '<div><label for="e">Email</label><div>We only use this to reach them</div><input id="e" value="a@example.org"></div>',
    ),
  ).toEqual(['Email => a@example.org']);
});

test('words before a box in its own line are its label', () => {
  expect(pairs('<p>Collar number: <input name="c" value="4471"></p>')).toEqual([
    'Collar number => 4471',
  ]);
});

test('the block above a box is its label when nothing else is', () => {
  expect(
    pairs('<div><div>Reference</div><div><div><input name="r" value="NM/17"></div></div></div>'),
  ).toEqual(['Reference => NM/17']);
});

test('a title is not the label of a menu under it', () => {
  expect(
    pairs(
      '<div><div><b>Contacts</b></div><ul><li><a href="#">Add</a></li><li><a href="#">Find</a></li></ul></div>',
    ),
  ).toEqual([]);
});

test('a value that is a link with a button to edit it is a value', () => {
  const row = (label: string, value: string) =>
    `<div><span class="field-label">${label}</span><div class="control"><span><a href="tel:1">${value}</a></span><button>Edit ${label}</button></div></div>`;
  expect(
    readPage(
      snapshotOfHtml(`<div>${row('Mobile', '07700 900855')}</div>`, { url: 'https://x.example/' }),
    ).values.map(({ label, value }) => `${label} => ${value}`),
  ).toEqual(['Mobile => 07700 900855']);
});

test('a heading before a box is not a part of the words in the line of the box', () => {
  const section = '<section><h2>Referral</h2>Referral number <input value="NM/17"><br></section>';
  expect(pairs(section)).toEqual(['Referral number => NM/17']);
});
