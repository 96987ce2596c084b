import { expect, test } from 'vitest';
import { readPage } from '../../read-page.js';
import { snapshotOfHtml } from '../../saved-page.js';

const read = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })).values;
const pairs = (html: string) => read(html).map(({ label, value }) => `${label} => ${value}`);
const table = (...rows: readonly (readonly string[])[]): string => {
  const [head = [], ...below] = rows;
  const line = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  return `<table><thead>${line(head, 'th')}</thead>${below.map((cells) => line(cells, 'td')).join('')}</table>`;
};

test('the time of an entry and who made it are no values of the field', () => {
  const html = table(
    ['Field', 'Value', 'Updated', 'By'],
    ['Name', 'Tamsin Vael', '01/06/2026 10:40', 'Ines Calloway'],
    ['Mobile', '07700 900417', '02/06/2026 10:41', 'Ines Calloway'],
    ['School', 'Carding High School', '03/06/2026 10:42', 'Bryn Cadwgan'],
  );
  expect(pairs(html)).toEqual([
    'Name => Tamsin Vael',
    'Mobile => 07700 900417',
    'School => Carding High School',
  ]);
});

test('a number before the question is not the field’s name', () => {
  const html = table(
    ['No.', 'Question', 'Answer'],
    ['1', 'Name', 'Tamsin Vael'],
    ['2', 'Who told you?', 'The school'],
    ['3', '3.2 Date of birth', '14/03/2009'],
  );
  expect(pairs(html)).toEqual([
    'Name => Tamsin Vael',
    'Who told you? => The school',
    '3.2 Date of birth => 14/03/2009',
  ]);
});

test('notes beside a value keep their own head and say of which field they are', () => {
  const html = table(
    ['Field', 'Value', 'Notes'],
    ['Name', 'Tamsin Vael', 'as on the birth certificate'],
    ['Mobile', '07700 900417', 'shared with a brother'],
  );
  expect(read(html).map(({ label, value, owner }) => [owner.at(-1), label, value])).toEqual([
    [undefined, 'Name', 'Tamsin Vael'],
    ['Name', 'Notes', 'as on the birth certificate'],
    [undefined, 'Mobile', '07700 900417'],
    ['Mobile', 'Notes', 'shared with a brother'],
  ]);
});

test('two columns of values are no table of fields', () => {
  const html = table(
    ['Field', 'Old value', 'New value'],
    ['Mobile', '07700 900111', '07700 900222'],
    ['School', 'Carding High School', 'The Wharf Free School'],
  );
  expect(
    read(html)
      .find(({ value }) => value === '07700 900222')
      ?.owner.at(-1),
  ).toBe('New value');
});
