import fc from 'fast-check';
import type { Element } from 'hast';
import { expect, test } from 'vitest';
import { readPage } from '../../read-page.js';
import type { Box, PageSnapshot } from '../../snapshot/snapshot.js';

const HEIGHT = 20;
const APART = 100;

function element(role: string, children: Element['children'], box?: Box): Element {
  const properties: Element['properties'] = role === '' ? {} : { role };
  const made: Element = { type: 'element', tagName: 'div', properties, children };
  return box ? ({ ...made, data: { box } } as unknown as Element) : made;
}
const block = (...children: Element[]): Element => element('', children);
const row = (...children: Element[]): Element => element('row', children);

/** A cell in a column and a line; an empty one has no place. */
function cell(text: string, column: number, line: number, width = 90, role = 'gridcell'): Element {
  const box: Box = [column * APART, line * HEIGHT, width, HEIGHT];
  return text === '' ? element(role, []) : element(role, [{ type: 'text', value: text }], box);
}
const head = (text: string, column: number, line = 0): Element =>
  cell(text, column, line, 40, 'columnheader');
const column = (at: number, ...texts: string[]): Element =>
  block(...texts.map((text, line) => cell(text, at, line)));

function reading(...blocks: Element[]) {
  const tree = { type: 'root', children: [element('grid', blocks)] };
  const frame = { path: [], url: 'https://rms.example.org/1', title: '', tree };
  return readPage({ frames: [frame], unread: [] } as unknown as PageSnapshot);
}
const read = (...blocks: Element[]) => reading(...blocks).values;
const pairs = (...blocks: Element[]) =>
  read(...blocks).map(({ label, value }) => `${label}: ${value}`);
const records = (...blocks: Element[]) =>
  read(...blocks).map((value) => `${value.row?.index} ${value.label}: ${value.value}`);

const HEADS = [head('Name', 0), head('Date of birth', 1), head('School', 2)];
/** A pinned column of names, and a block with the other columns. */
const twoPeople = (first: Element, second: Element): Element[] => [
  block(row(cell('Tamsin Vael', 0, 1)), row(cell('Kai Marlow', 0, 2))),
  block(first, second),
];
const TAMSIN = row(cell('14/03/2009', 1, 1), cell('Gables Park School', 2, 1));
const KAI = row(cell('21/06/2008', 1, 2), cell('', 2, 2));

test('columns that stand apart are labels and the values beside them', () => {
  expect(
    pairs(
      column(0, 'Name', 'Known as', 'Date of birth', 'School'),
      column(3, 'Tamsin Vael', '', '14/03/2009', 'Gables Park School'),
    ),
  ).toEqual(['Name: Tamsin Vael', 'Date of birth: 14/03/2009', 'School: Gables Park School']);
});

test('values are found beside a label that runs over into their column', () => {
  const labels = block(cell('Name', 0, 0), cell('Which school do they attend?', 0, 1, 400));
  expect(pairs(labels, column(3, 'Tamsin Vael', 'Gables Park School'))).toEqual([
    'Name: Tamsin Vael',
    'Which school do they attend?: Gables Park School',
  ]);
});

test('a bold cell alone in its line says whose the lines below it are', () => {
  const title: Element = { ...cell('Mother', 0, 2), tagName: 'b' };
  const labels = block(cell('Name:', 0, 0), cell('Phone:', 0, 1), title, cell('Name:', 0, 3));
  const values = block(
    cell('Tamsin Vael', 3, 0),
    cell('01632 960123', 3, 1),
    cell('Una Vael', 3, 3),
  );
  expect(read(labels, values).map(({ value, owner }) => [value, owner.at(-1)])).toEqual([
    ['Tamsin Vael', undefined],
    ['01632 960123', undefined],
    ['Una Vael', 'Mother'],
  ]);
});

test('a row in two blocks is one person’s, under a head in a block of its own', () => {
  expect(records(block(...HEADS), ...twoPeople(TAMSIN, KAI)).sort()).toEqual([
    '0 Date of birth: 14/03/2009',
    '0 Name: Tamsin Vael',
    '0 School: Gables Park School',
    '1 Date of birth: 21/06/2008',
    '1 Name: Kai Marlow',
  ]);
});

test('a line across the columns says whose the rows below it are', () => {
  const names = block(
    row(cell('Tamsin Vael', 0, 1)),
    row(cell('Siblings', 0, 3, 290)),
    row(cell('Una Vael', 0, 4)),
  );
  const days = block(TAMSIN, row(cell('21/06/2008', 1, 4), cell('', 2, 4)));
  expect(
    read(block(...HEADS), names, days).map(({ value, owner }) => [value, owner.at(-1)]),
  ).toEqual([
    ['Tamsin Vael', undefined],
    ['Una Vael', 'Siblings'],
    ['14/03/2009', undefined],
    ['Gables Park School', undefined],
    ['21/06/2008', 'Siblings'],
  ]);
});

test('a note in no row changes nothing', () => {
  const note = cell('2 rows', 1, 2, 190);
  expect(records(block(...HEADS), ...twoPeople(TAMSIN, KAI), note)).toContain(
    '1 Date of birth: 21/06/2008',
  );
});

test('heads in rows of their own blocks are one head', () => {
  const [name, ...others] = HEADS;
  const heads = [block(row(name ?? block())), block(row(...others))];
  expect(records(...heads, ...twoPeople(TAMSIN, KAI))).toContain('1 Date of birth: 21/06/2008');
});

test.each([
  ['a cell is under two heads', row(cell('Known as:', 1, 1, 150), cell('Zed', 2, 1)), KAI],
  ['two cells are in one place', row(cell('14/03/2009', 1, 1), cell('Zed', 1, 1)), KAI],
  ['a row is half a line too high', TAMSIN, row(cell('21/06/2008', 1, 1.5))],
  ['a second head is over the first', TAMSIN, row(head('Sibling', 1, -1), head('Sibling', 2, -1))],
])('nothing of a grid is read, and that is said, if %s', (_, first, second) => {
  const { values, issues } = reading(block(...HEADS), ...twoPeople(first, second));
  expect(values).toEqual([]);
  expect(issues.map(({ code }) => code)).toContain('grid-not-read');
});

test('cards side by side are read by their own rows', () => {
  const card = (at: number, name: string): Element =>
    row(cell('Name:', at, 0), cell(name, at + 1, 0));
  expect(pairs(block(card(0, 'Tamsin Vael'), card(3, 'Kai Marlow')))).toEqual([
    'Name: Tamsin Vael',
    'Name: Kai Marlow',
  ]);
});

test('a hidden cell is in no row', () => {
  const gone = { ...cell('Kai', 1, 1), data: { hidden: true, box: [APART, HEIGHT, 90, HEIGHT] } };
  const first = row(cell('14/03/2009', 1, 1), gone as unknown as Element);
  expect(records(block(...HEADS), ...twoPeople(first, KAI))).toContain(
    '0 Date of birth: 14/03/2009',
  );
});

test('whatever the order of blocks and rows, a value is read in its own row and under its own head', () => {
  const people = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 6 });
  const order = fc.array(fc.nat(), { minLength: 24, maxLength: 24 });
  fc.assert(
    fc.property(people, order, (filled, turns) => {
      const shuffled = (all: readonly Element[], from: number): Element[] =>
        all
          .map((each, n) => [turns[from + n] ?? 0, each] as const)
          .sort(([a], [b]) => a - b)
          .map(([, each]) => each);
      const lines = filled.map((_, n) => n + 1);
      const names = lines.map((line) => row(cell(`Person ${line}`, 0, line)));
      const rest = filled.map(([hasDay, hasSchool], n) =>
        row(
          cell(hasDay ? `0${n + 1}/03/2009` : '', 1, n + 1),
          cell(hasSchool ? `School ${n + 1}` : '', 2, n + 1),
        ),
      );
      const blocks = [
        block(...shuffled(HEADS, 0)),
        block(...shuffled(names, 3)),
        block(...shuffled(rest, 9)),
      ];
      const wanted = filled.flatMap(([hasDay, hasSchool], n) => [
        `${n} Name: Person ${n + 1}`,
        ...(hasDay ? [`${n} Date of birth: 0${n + 1}/03/2009`] : []),
        ...(hasSchool ? [`${n} School: School ${n + 1}`] : []),
      ]);
      expect(records(...shuffled(blocks, 15)).sort()).toEqual(wanted.sort());
    }),
  );
});

test('three thousand rows in two blocks are read', () => {
  const lines = Array.from({ length: 3_000 }, (_, n) => n + 1);
  const names = block(...lines.map((line) => row(cell(`Person ${line}`, 0, line))));
  const days = block(...lines.map((line) => row(cell('14/03/2009', 1, line))));
  expect(read(block(...HEADS), names, days)).toHaveLength(6_000);
});
