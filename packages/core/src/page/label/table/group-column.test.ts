import { expect, test } from 'vitest';
import { readPage } from '../../read-page.js';
import { snapshotOfHtml } from '../../saved-page.js';

const read = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })).values;
const told = (html: string) =>
  read(html).map(({ label, value, owner }) => [owner.at(-1), label, value]);

test('a first cell over several rows says whose they are, and a row of its own group as well', () => {
  const html = `<table>
    <tr><th rowspan="2">Referrer</th><td>Name</td><td>Odette Fairbarrow</td></tr>
    <tr><td>Telephone</td><td>01632 960118</td></tr>
    <tr><th rowspan="2">Pupil</th><td>Name</td><td>Tamsin Vael</td></tr>
    <tr><td>Telephone</td><td>07700 900417</td></tr>
    <tr><th rowspan="1">Guardian</th><td>Name</td><td>Niamh Vael</td></tr></table>`;
  expect(told(html)).toEqual([
    ['Referrer', 'Name', 'Odette Fairbarrow'],
    ['Referrer', 'Telephone', '01632 960118'],
    ['Pupil', 'Name', 'Tamsin Vael'],
    ['Pupil', 'Telephone', '07700 900417'],
    ['Guardian', 'Name', 'Niamh Vael'],
  ]);
});

test('a label over two rows of number and kind is no heading', () => {
  const html = `<table>
    <tr><th rowspan="2">Telephone</th><td>07700 900417</td><td>mobile</td></tr>
    <tr><td>01632 960118</td><td>home</td></tr></table>`;
  expect(read(html)[0]).toMatchObject({ label: 'Telephone', value: '07700 900417', owner: [] });
});

test('two thousand groups are read, each for itself', () => {
  const group =
    '<tr><th rowspan="2">Pupil</th><td>Name</td><td>Tamsin</td></tr><tr><td>School</td><td>Ysgol</td></tr>';
  expect(read(`<table>${group.repeat(2000)}</table>`)).toHaveLength(4000);
});
