import { expect, test } from 'vitest';
import { readPage } from '../read-page.js';
import { snapshotOfHtml } from '../saved-page.js';

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

test('a date with an empty box is put together under its legend, as text that reads as no date', () => {
  const [date, ...parts] = read(
    `<fieldset><legend>Born</legend>${box('Day', 'd', '')}${box('Month', 'm', '4')}${box('Year', 'y', '2009')}</fieldset>`,
  );
  expect(date).toMatchObject({ label: 'Born', value: '4 2009' });
  expect(parts.map(({ value, partOf }) => [value, partOf])).toEqual([
    ['4', date?.id],
    ['2009', date?.id],
  ]);
});

test('a month and a year are one value where no more is asked for', () => {
  expect(
    read(
      `<fieldset><legend>When did it start?</legend>${box('Month', 'm', '8')}${box('Year', 'y', '2024')}</fieldset>`,
    )[0],
  ).toMatchObject({ label: 'When did it start?', value: '8 2024' });
});

test('one box that is filled in says nothing of a date', () => {
  expect(
    read(
      `<fieldset><legend>Born</legend>${box('Day', 'd', '')}${box('Month', 'm', '')}${box('Year', 'y', '2009')}</fieldset>`,
    ).map(({ label, value }) => [label, value]),
  ).toEqual([['Year', '2009']]);
});

test('three boxes in one cell of a form are a date under the label of the cell', () => {
  const readOnly = (name: string, value: string) =>
    `${name} <input readonly name="f_${name.toLowerCase()}" value="${value}"> `;
  expect(
    read(
      `<h2>Person</h2><table><tr><th>Date of birth</th><td>${readOnly('Day', '3')}${readOnly('Month', '4')}${readOnly('Year', '2009')}</td></tr><tr><th>Name</th><td>Taz Vael</td></tr></table>`,
    )
      .filter(({ partOf }) => partOf === undefined)
      .map(({ label, value }) => [label, value]),
  ).toEqual([
    ['Date of birth', '3/4/2009'],
    ['Name', 'Taz Vael'],
  ]);
});

test('a date that is only shown, part by part, is one value under what stands before it', () => {
  const shown = (label: string, value: string) =>
    `<div class="part"><span class="label">${label}</span><span>${value}</span></div>`;
  expect(
    read(
      `<h2>Person</h2><div><div class="prompt">Date of birth</div><div>${shown('Day', '3')}${shown('Month', '4')}${shown('Year', '2009')}</div></div>`,
    )[0],
  ).toMatchObject({ label: 'Date of birth', value: '3/4/2009', kind: 'text' });
});

test('columns of a table that are called day, month and year are records, not one date', () => {
  expect(
    read(
      '<table><tr><th>Day</th><th>Month</th><th>Year</th></tr><tr><td>3</td><td>4</td><td>2009</td></tr><tr><td>4</td><td>5</td><td>2010</td></tr></table>',
    ).every(({ partOf }) => partOf === undefined),
  ).toBe(true);
});

test('three boxes that nothing names are a date where they are filled in as one', () => {
  const boxes = (...values: readonly string[]) =>
    `<table><tr><td>Born:</td><td>${values.map((value) => `<input value="${value}">`).join(' / ')}</td></tr><tr><td>Name:</td><td>Taz Vael</td></tr></table>`;
  const whole = (html: string) =>
    read(html)
      .filter(({ partOf }) => partOf === undefined)
      .map(({ value }) => value);
  expect(whole(boxes('14', '03', '2009'))).toEqual(['14/03/2009', 'Taz Vael']);
  expect(whole(boxes('020', '7946', '0123'))).toEqual(['020', '7946', '0123', 'Taz Vael']);
});
