import { expect, test } from 'vitest';
import { readPage } from '../../read-page.js';
import { snapshotOfHtml } from '../../saved-page.js';

const pairs = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://records.example.org/1' })).values.map(
    ({ label, value, owner }) => `${[...owner, label].join(' / ')} => ${value}`,
  );

test('lines over labelled lines in capitals, underlined or after a gap are their headings', () => {
  expect(
    pairs(
      '<pre>CHILD\nName: Taz\nTown: Testham\n\nParent or carer\n===============\n\nName: Jo\nTown: Mockland\n\nReferrer\nName: Vi\nTown: Fictham</pre>',
    ),
  ).toEqual([
    'CHILD / Name => Taz',
    'CHILD / Town => Testham',
    'Parent or carer / Name => Jo',
    'Parent or carer / Town => Mockland',
    'Referrer / Name => Vi',
    'Referrer / Town => Fictham',
  ]);
});

test('a heading rules no further than its own text', () => {
  expect(
    pairs('<pre>CHILD\nName: Taz\nTown: Testham</pre><div>Name: Jo<br>Town: Mockland</div>'),
  ).toEqual(['CHILD / Name => Taz', 'CHILD / Town => Testham', 'Name => Jo', 'Town => Mockland']);
});

test('a further line of a value is no heading', () => {
  expect(pairs('<pre>Ref: 17\nName: Taz\nas he says\nTown: Testham\nAge: 14</pre>')).toEqual([
    'Ref => 17',
    'Name => Taz',
    'Town => Testham',
    'Age => 14',
  ]);
});

test('a form pasted as one text is read by its own line breaks', () => {
  const form = 'REFERRAL\nName: Taz\nTown: Testham\nWhat happened? He said so.';
  const expected = [
    'REFERRAL / Name => Taz',
    'REFERRAL / Town => Testham',
    'REFERRAL / What happened? => He said so.',
  ];
  expect(pairs(`<div style="white-space: pre-wrap">${form}</div>`)).toEqual(expected);
  expect(pairs(`<div class="body">${form}</div>`)).toEqual(expected);
});

test('a paragraph whose source is broken into lines stays one text', () => {
  const prose =
    'The school says that he took the\nlaptops of a class off the network. He said so: he\nis sorry. The head asked for a visit and would\nlike to hear from us.';
  expect(pairs(`<h2>Background</h2><p>${prose}</p>`)).toEqual([
    `Background => ${prose.replaceAll('\n', ' ')}`,
  ]);
});

test('sections whose texts have their own line breaks are read line by line', () => {
  const section = (heading: string, name: string) =>
    `<section><h2>${heading}</h2><div>Name: ${name}\nTown: Testham\nAge: 14</div></section>`;
  expect(
    pairs(section('Child', 'Taz') + section('Carer', 'Jo') + section('Friend', 'Vi')),
  ).toContain('Carer / Name => Jo');
});
