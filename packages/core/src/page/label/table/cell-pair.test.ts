import { expect, test } from 'vitest';
import { readPage } from '../../read-page.js';
import { snapshotOfHtml } from '../../saved-page.js';

const pairs = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })).values.map(
    ({ label, value }) => `${label} => ${value.replaceAll('\n', ' / ')}`,
  );

test('a cell with a bold label and its value is not the label of the next cell', () => {
  const html = `<table>
    <tr><td><b>Name</b><br>Odette Fairbarrow</td><td><b>Role</b><br>Deputy Head</td></tr>
    <tr><td><b>School</b><br>Carding High School</td><td><b>Telephone</b><br>01632 960118</td></tr></table>`;
  expect(pairs(html)).toEqual([
    'Name => Odette Fairbarrow',
    'Role => Deputy Head',
    'School => Carding High School',
    'Telephone => 01632 960118',
  ]);
});

test('a value that begins in bold stays the value of the cell before it', () => {
  const html = `<table>
    <tr><td><b>Address</b></td><td><b>Home</b> 14 Lanternwick Rise</td></tr>
    <tr><td><b>Telephone</b></td><td>01632 960118</td></tr></table>`;
  expect(pairs(html)).toContain('Telephone => 01632 960118');
  expect(pairs(html).join()).toContain('Address => ');
});

test('an address in a cell with its label goes on to the end of the cell', () => {
  const html = `<table><tr><td>Name: Tamsin Vael</td><td>Address: 14 Lanternwick Rise<br>Brackenfield</td></tr>
    <tr><td>School: Carding High School</td><td>Telephone: 01632 960118</td></tr></table>`;
  expect(pairs(html)).toContain('Address => 14 Lanternwick Rise / Brackenfield');
});
