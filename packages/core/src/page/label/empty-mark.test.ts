import { expect, test } from 'vitest';
import { readPage } from '../read-page.js';
import { snapshotOfHtml } from '../saved-page.js';

const pairs = (...values: readonly string[]) => {
  const rows = values.map((value, nth) => `<dt>Fact ${'abcdefgh'[nth]}</dt><dd>${value}</dd>`);
  const page = snapshotOfHtml(`<dl>${rows.join('')}</dl>`, { url: 'https://rms.example.org/1' });
  return readPage(page).values.map(({ label, value }) => [label, value]);
};

test('a mark for an empty field is part of the record, next to its own label', () => {
  expect(pairs('-', '—', 'Taz', '(no value)', '[None recorded]')).toEqual([
    ['Fact a', '-'],
    ['Fact b', '—'],
    ['Fact c', 'Taz'],
    ['Fact d', '(no value)'],
    ['Fact e', '[None recorded]'],
  ]);
});

test('words and marks of the page itself are not', () => {
  expect(pairs('(Create)', '[edit]', '*', ':', '')).toEqual([]);
});
