import { expect, test } from 'vitest';
import { readPage } from '../../read-page.js';
import { snapshotOfHtml } from '../../saved-page.js';

const pairs = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })).values.map(
    ({ label, value }) => `${label} => ${value}`,
  );
const table = (...rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

test('codes before the labels are not labels', () => {
  const html = table(
    ['PAT-10', 'Surname', 'Vael'],
    ['PAT-20', 'School', 'Carding High School'],
    ['PAT-30', 'Date of birth', '14/03/2009'],
  );
  expect(pairs(html)).toEqual([
    'Surname => Vael',
    'School => Carding High School',
    'Date of birth => 14/03/2009',
  ]);
});

test('a link to change the value is no part of it', () => {
  const html = table(
    ['Surname', 'Vael', '<a href="/edit/1">Change</a>'],
    ['School', 'Carding High School', '<a href="/edit/2">Change</a>'],
    ['Town', '', '<a href="/edit/3">Change</a>'],
  );
  expect(pairs(html)).toEqual(['Surname => Vael', 'School => Carding High School']);
});

test('dates before two texts are no codes', () => {
  const html = table(
    ['14/03/2026', 'Ines Calloway', 'Visited'],
    ['15/03/2026', 'Bryn Cadwgan', 'Telephoned'],
  );
  expect(pairs(html)).not.toContain('Ines Calloway => Visited');
});
