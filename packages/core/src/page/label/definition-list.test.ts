import { expect, test } from 'vitest';
import { readPage } from '../read-page.js';
import { snapshotOfHtml } from '../saved-page.js';

const read = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })).values;

test('several descriptions under one term are several values, tied to the first', () => {
  const values = read('<dl><dt>Handles<dd>tazvael_0417<dd>taz-vael<dt>Phone<dd>07700 900417</dl>');
  expect(values.map(({ label, value }) => [label, value])).toEqual([
    ['Handles', 'tazvael_0417'],
    ['Handles', 'taz-vael'],
    ['Phone', '07700 900417'],
  ]);
  expect(values.map(({ continues }) => continues)).toEqual([undefined, values[0]?.id, undefined]);
});

test('of several terms before one description the last is the label', () => {
  const values = read('<dl><dt>Contact details<dt>Phone<dd>07700 900417</dl>');
  expect(values.map(({ label, value }) => [label, value])).toEqual([['Phone', '07700 900417']]);
});

test('a summary list is read by its rows, its title is the owner, and Change is no value', () => {
  const values = read(`<div class="govuk-summary-card">
    <div class="govuk-summary-card__title-wrapper"><h2 class="govuk-summary-card__title">Parent or carer</h2></div>
    <div class="govuk-summary-card__content"><dl class="govuk-summary-list">
      <div class="govuk-summary-list__row"><dt>Full name</dt><dd>Niamh Vael</dd>
        <dd class="govuk-summary-list__actions"><a href="#">Change<span class="govuk-visually-hidden"> name</span></a></dd></div>
    </dl></div></div>`);
  expect(values).toHaveLength(1);
  expect(values[0]).toMatchObject({
    label: 'Full name',
    value: 'Niamh Vael',
    method: 'summary-list',
    owner: ['Parent or carer'],
  });
});

test('lines of an address stay lines', () => {
  expect(
    read('<dl><dt>Address<dd>14 Lanternwick Rise<br>Brackenfield<br>ZZ99 3VZ</dl>')[0]?.value,
  ).toBe('14 Lanternwick Rise\nBrackenfield\nZZ99 3VZ');
});

test.each(['–', '(no value)', 'Not provided', '—', '(none)'])(
  '%s in an empty field is read as it is, under its label',
  (marker) => {
    const found = read(`<dl><dt>Phone<dd>${marker}<dt>School<dd>Testford</dl>`);
    expect(found.map(({ label, value }) => [label, value])).toEqual([
      ['Phone', marker],
      ['School', 'Testford'],
    ]);
  },
);

test.each(['None known', 'Not known', 'No'])('%s is an answer', (answer) => {
  expect(read(`<dl><dt>Needs<dd>${answer}</dl>`)[0]?.value).toBe(answer);
});
