import { expect, test } from 'vitest';
import { readPage } from '../read-page.js';
import { snapshotOfHtml } from '../saved-page.js';

const pairs = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://records.example.org/1' })).values.map(
    ({ label, value, owner }) => `${[...owner, label].join(' / ')} => ${value}`,
  );
const section = (heading: string, content: string) =>
  `<section><h2>${heading}</h2>${content}</section>`;

test('headings over lists and over labelled lines are no labels of the whole', () => {
  const list = (name: string) =>
    `<ul><li><p><b>Name</b>: ${name}</p></li> <li><p><b>Town</b>: Testham</p></li></ul>`;
  expect(
    pairs(
      section('Child', list('Taz')) + section('Carer', list('Jo')) + section('Friend', list('Vi')),
    ),
  ).toEqual([
    'Child / Name => Taz',
    'Child / Town => Testham',
    'Carer / Name => Jo',
    'Carer / Town => Testham',
    'Friend / Name => Vi',
    'Friend / Town => Testham',
  ]);
  const lines = (name: string) => `<div>Name: ${name}<br>Town: Testham<br>Age: 14<br></div>`;
  expect(
    pairs(
      section('Child', lines('Taz')) +
        section('Carer', lines('Jo')) +
        section('Friend', lines('Vi')),
    ),
  ).toContain('Carer / Name => Jo');
});

test('a bold line over a table or over labelled lines is a heading', () => {
  const row = (label: string, value: string) => `<tr><td>${label}</td><td>${value}</td></tr>`;
  expect(
    pairs(
      `<div><p><b>Child</b></p><table>${row('Name', 'Taz')}${row('Town', 'Testham')}${row('Age', '14')}</table></div>`,
    ),
  ).toContain('Child / Name => Taz');
  expect(
    pairs('<div><div><b>Child</b></div><div>Name: Taz</div><div>Town: Testham</div></div>'),
  ).toEqual(['Child / Name => Taz', 'Child / Town => Testham']);
});

test('a bold line over one value is its label, a list of handles too', () => {
  expect(pairs('<div><div><b>Town</b></div><div>Testham</div></div>')).toEqual(['Town => Testham']);
  expect(
    pairs('<div><div><b>Handles</b></div><div>Discord: taz<br>Roblox: tazzy</div></div>'),
  ).toEqual(['Handles => Discord: taz\nRoblox: tazzy']);
});
