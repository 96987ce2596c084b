import { expect, test } from 'vitest';
import { growth } from '../../../testing/growth.js';
import { readPage } from '../../read-page.js';
import { snapshotOfHtml } from '../../saved-page.js';

const pairs = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://mail.example.org/1' })).values.map(
    ({ label, value }) => `${label} => ${value}`,
  );

test('numbers and letters before labels are part of them', () => {
  expect(
    pairs(
      '<p>3.2 Date of birth: 2 November 2008</p> <p>7) Town: Testham</p> <p>Q4.1 Name : Taz</p>',
    ),
  ).toEqual(['3.2 Date of birth => 2 November 2008', '7) Town => Testham', 'Q4.1 Name => Taz']);
});

test('a code in brackets before a label is part of it', () => {
  expect(
    pairs('<p>[SU05] Birth date: 2 November 2008</p> <p>{A7} Town: Testham</p> <p>[2] Age: 14</p>'),
  ).toEqual(['[SU05] Birth date => 2 November 2008', '{A7} Town => Testham', '[2] Age => 14']);
});

test('a letter or a number with a colon of its own is part of the label after it', () => {
  expect(pairs('<p>1: Name: Taz</p> <p>12: Town: Testham</p> <p>Q: Age: 14</p>')).toEqual([
    '1: Name => Taz',
    '12: Town => Testham',
    'Q: Age => 14',
  ]);
  expect(pairs('<p>X: taz_v</p> <p>Town: Testham</p>')).toEqual(['X => taz_v', 'Town => Testham']);
});

test.each(['12. March 2010', '1.5 GB', '14 Acacia Avenue', '12/03/2008', '10.30 AM', '3.2'])(
  '“%s” before a colon is a value, not a label',
  (text) => {
    expect(pairs(`<p>Name: Taz</p><p>${text}: it was so</p><p>Town: Testham</p>`)).not.toContain(
      `${text} => it was so`,
    );
  },
);

test('a question is the label of the answer after it', () => {
  expect(
    pairs(
      '<p>What is their date of birth? 2 November 2008</p> <p>Which school or college do they attend at the moment? Testham High</p>',
    ),
  ).toEqual([
    'What is their date of birth? => 2 November 2008',
    'Which school or college do they attend at the moment? => Testham High',
  ]);
});

test('bold labels in one line each have the text up to the next', () => {
  expect(
    pairs(
      '<p><b>Name:</b> Taz &nbsp; <b>Date of birth:</b> 2 November 2008 &nbsp; <b>Town</b>: Testham</p>',
    ),
  ).toEqual(['Name => Taz', 'Date of birth => 2 November 2008', 'Town => Testham']);
});

test('a bold word within a text is no second label', () => {
  expect(pairs('<p><b>Note:</b> she was <b>very</b> sorry</p>')).toEqual([
    'Note => she was very sorry',
  ]);
});

test('two pairs in a line of a print-out are parted by the gap', () => {
  expect(
    pairs('<pre>Name: Taz           Town: Testham\nBorn: 2 November     School: High</pre>'),
  ).toEqual(['Name => Taz', 'Town => Testham', 'Born => 2 November', 'School => High']);
});

test('a label without a value takes nothing from the next column', () => {
  expect(
    pairs('<pre>Name:               Town: Testham\nBorn: 2 November    School: High</pre>'),
  ).toEqual(['Town => Testham', 'Born => 2 November', 'School => High']);
});

test('a value that looks like a label stays a value where no other line has that column', () => {
  expect(pairs('<pre>Handles:     Discord: taz\nTown:        Testham</pre>')).toEqual([
    'Handles => Discord: taz',
    'Town => Testham',
  ]);
});

test.each([
  ['labels in one line', (count: number) => `<p>${'<b>Name:</b> Taz '.repeat(count)}</p>`],
  ['columns and rows of plain text', (count: number) => `<pre>${textOf(count)}</pre>`],
  ['items', (count: number) => `<ul>${'<li>Name: Taz</li>\n\n'.repeat(count)}</ul>`],
])('ten thousand %s take no longer than they are long', async (_, html) => {
  const reads = (count: number) => {
    const snapshot = snapshotOfHtml(html(count), { url: 'https://mail.example.org/1' });
    return () => readPage(snapshot);
  };
  expect(await growth(reads(1_250), reads(10_000), 8)).toBeLessThan(3);
});

/** As many labels, a hundred in a line. */
function textOf(count: number): string {
  return `${'Name:    '.repeat(100)}\n`.repeat(Math.ceil(count / 100));
}

test('leaders of two or three dots do, and pieces of a list are no labels', () => {
  expect(pairs('<pre>Name ..... Taz\nAge .. 14\nTown ... Testham</pre>')).toEqual([
    'Name => Taz',
    'Age => 14',
    'Town => Testham',
  ]);
  expect(pairs('<p>Handles: Discord: taz; Steam: tazzy</p> <p>Town: Testham</p>')).toEqual([
    'Handles => Discord: taz; Steam: tazzy',
    'Town => Testham',
  ]);
});
