import { expect, test } from 'vitest';
import { readPage } from '../read-page.js';
import { snapshotOfHtml } from '../saved-page.js';

const pairs = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })).values.map(
    ({ label, value }) => `${label} => ${value}`,
  );
const cell = (label: string, value: string) => `<div data-label="${label}">${value}</div>`;

test('what the style writes before a value is its label', () => {
  expect(
    pairs(`<h2>Details</h2>${cell('Name:', 'Tamsin Vael')}${cell('School', 'Brackenfield')}`),
  ).toEqual(['Name => Tamsin Vael', 'School => Brackenfield']);
});

test('one word before many elements is a mark and no label', () => {
  expect(pairs(`<h2>List</h2>${cell('New', 'Oak')}${cell('New', 'Ash')}`)).toEqual([]);
});

test('the header of a column goes before what the style would write', () => {
  const row = (a: string, b: string) =>
    `<tr><td data-label="Who">${a}</td><td data-label="Day">${b}</td></tr>`;
  expect(
    pairs(
      `<table><tr><th>Name</th><th>Date</th></tr>${row('Taz Example', '01/02/2026')}${row('Ada Example', '02/02/2026')}</table>`,
    ),
  ).toContain('Name => Taz Example');
});
