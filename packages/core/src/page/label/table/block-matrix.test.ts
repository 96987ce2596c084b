import { expect, test } from 'vitest';
import { readPage } from '../../read-page.js';
import { snapshotOfHtml } from '../../saved-page.js';

const told = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })).values.map(
    ({ label, value, owner }) => [owner.at(-1), label, value],
  );
const blocks = (...texts: readonly string[]): string =>
  `<div>${texts.map((text) => `<div>${text}</div>`).join('\n')}</div>`;

test('blocks under a head for each person are that person’s', () => {
  const html = blocks(
    ...['', '<b>Young person</b>', '<b>Brother or sister</b>'],
    ...['Name', 'Tamsin Vael', 'Kai Marlow'],
    ...['Date of birth', '14/03/2009', '21/06/2008'],
    ...['Known as', '', 'Zed'],
  );
  expect(told(html)).toEqual([
    ['Young person', 'Name', 'Tamsin Vael'],
    ['Brother or sister', 'Name', 'Kai Marlow'],
    ['Young person', 'Date of birth', '14/03/2009'],
    ['Brother or sister', 'Date of birth', '21/06/2008'],
    ['Brother or sister', 'Known as', 'Zed'],
  ]);
});

test('blocks that do not fill the rows are no matrix', () => {
  const html = blocks(
    '',
    '<b>Young person</b>',
    '<b>Sibling</b>',
    'Name',
    'Tamsin Vael',
    'Kai',
    'Town',
  );
  expect(told(html).map(([owner]) => owner)).not.toContain('Sibling');
});

test('a matrix of five thousand rows is read', () => {
  const rows = Array.from({ length: 5000 }, () => ['Name', 'Tamsin', 'Kai']).flat();
  expect(told(blocks('', '<b>Young person</b>', '<b>Sibling</b>', ...rows))).toHaveLength(10_000);
});
