import { expect, test } from 'vitest';
import { readPage } from './read-page.js';
import { snapshotOfHtml } from './saved-page.js';

const read = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })).values;
const box = (label: string, name: string, value: string) =>
  `<div><label for="${name}">${label}</label><input id="${name}" name="${name}" value="${value}"></div>`;

test('three boxes are one date under the legend, and its parts say what they are parts of', () => {
  const [date, ...parts] = read(
    `<fieldset><legend>Date of birth</legend>${box('Day', 'd', '3')}${box('Month', 'm', '4')}${box('Year', 'y', '2009')}</fieldset>`,
  );
  expect(date).toMatchObject({ label: 'Date of birth', value: '3/4/2009', method: 'legend' });
  expect(date?.partOf).toBeUndefined();
  expect(parts.map(({ label, partOf }) => [label, partOf])).toEqual([
    ['Day', date?.id],
    ['Month', date?.id],
    ['Year', date?.id],
  ]);
});

test('the boxes may stand in another order', () => {
  expect(
    read(
      `<fieldset><legend>Born</legend>${box('Year', 'y', '2009')}${box('Month', 'm', '4')}${box('Day', 'd', '3')}</fieldset>`,
    )[0]?.value,
  ).toBe('3/4/2009');
});

test('a date with an empty box is not put together', () => {
  expect(
    read(
      `<fieldset><legend>Born</legend>${box('Day', 'd', '')}${box('Month', 'm', '4')}${box('Year', 'y', '2009')}</fieldset>`,
    ).map(({ value }) => value),
  ).toEqual(['4', '2009']);
});
