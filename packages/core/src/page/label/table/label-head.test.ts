import { expect, test } from 'vitest';
import { readPage } from '../../read-page.js';
import { snapshotOfHtml } from '../../saved-page.js';

const pairs = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })).values.map(
    ({ label, value }) => `${label} => ${value}`,
  );

test('small print below a label is neither its end nor its value', () => {
  const html = `<table>
    <tr><td><strong>Telephone</strong><br><small>if known</small></td><td>07700 900417</td></tr>
    <tr><td><strong>School</strong><br><small>as the family give it</small></td><td>Carding High School</td></tr>
    <tr><td><strong>Email</strong><br><small>if known</small></td><td></td></tr></table>`;
  expect(pairs(html)).toEqual(['Telephone => 07700 900417', 'School => Carding High School']);
});

test('plain text below a bold label stays its value', () => {
  expect(pairs('<table><tr><td><b>Address</b><br>14 Lanternwick Rise</td></tr></table>')).toEqual([
    'Address => 14 Lanternwick Rise',
  ]);
});
