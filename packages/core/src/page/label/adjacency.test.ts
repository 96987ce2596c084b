import fc from 'fast-check';
import type { Element } from 'hast';
import { expect, test } from 'vitest';
import { readPage } from '../read-page.js';
import type { Box, PageSnapshot } from '../snapshot/snapshot.js';

const at = (box: Box, tagName: string, text: string): Element => ({
  type: 'element',
  tagName,
  properties: {},
  data: (tagName === 'input' ? { box, value: text } : { box }) as NonNullable<Element['data']>,
  children: tagName === 'input' ? [] : [{ type: 'text', value: text }],
});
const page = (...children: Element[]): PageSnapshot => ({
  version: 1,
  unread: [],
  frames: [
    { path: [], url: 'https://rms.example.org/', title: '', tree: { type: 'root', children } },
  ],
});
const apart = at([0, 900, 400, 20], 'p', '.');

test('the text to the left on screen is the label, whatever the order in the markup', () => {
  const snapshot = page(
    at([20, 40, 80, 20], 'div', 'Surname'),
    at([20, 80, 80, 20], 'div', 'Reference'),
    apart,
    at([120, 78, 200, 24], 'input', 'NM/17'),
    at([120, 38, 200, 24], 'input', 'Vael'),
  );
  const found = readPage(snapshot).values.map(({ label, value, method }) => [label, value, method]);
  expect(found).toContainEqual(['Reference', 'NM/17', 'adjacent']);
  expect(found).toContainEqual(['Surname', 'Vael', 'adjacent']);
});

test('the text just above is the label when nothing stands to the left', () => {
  const snapshot = page(
    at([120, 60, 80, 16], 'div', 'Reference'),
    apart,
    at([120, 78, 200, 24], 'input', 'NM/17'),
  );
  expect(readPage(snapshot).values[0]).toMatchObject({ label: 'Reference', value: 'NM/17' });
});

test('the text next to or above a tall box is its label at any height of the page', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: 20, max: 600 }),
      fc.constantFrom<(y: number) => Box>(
        (y) => [20, y + 2, 80, 16],
        (y) => [120, y - 24, 80, 16],
      ),
      (y, height, label) => {
        const snapshot = page(
          at(label(y), 'div', 'Reference'),
          apart,
          at([120, y, 200, height], 'input', 'NM/17'),
        );
        expect(readPage(snapshot).values[0]).toMatchObject({ label: 'Reference', value: 'NM/17' });
      },
    ),
  );
});

test('text that is far away is no label, and the page says that a box has none', () => {
  const snapshot = page(
    at([120, 500, 80, 16], 'div', 'Reference'),
    apart,
    at([120, 78, 200, 24], 'input', 'NM/17'),
  );
  const reading = readPage(snapshot);
  expect(reading.values).toEqual([]);
  expect(reading.issues.map(({ code }) => code)).toContain('value-without-label');
});

test.each([
  ['too far to the left', [10, 80, 40, 20]],
  ['too far above', [420, 8, 80, 16]],
  ['to the right', [640, 80, 80, 20]],
] as const)('text %s is no label', (_where, [x, y, w, h]) => {
  const snapshot = page(
    at([x, y, w, h], 'div', 'Reference'),
    apart,
    at([420, 78, 200, 24], 'input', 'NM/17'),
  );
  expect(readPage(snapshot).values).toEqual([]);
});

test('prompts painted before all their boxes, in one line of markup, go each with its own', () => {
  const snapshot = page(
    at([20, 40, 80, 20], 'span', 'Surname'),
    at([20, 80, 80, 20], 'span', 'Reference'),
    at([20, 600, 80, 20], 'span', 'Inputter'),
    at([120, 38, 200, 24], 'input', 'Vael'),
    at([120, 78, 200, 24], 'input', 'NM/17'),
  );
  expect(readPage(snapshot).values.map(({ label, value }) => `${label} => ${value}`)).toEqual([
    'Surname => Vael',
    'Reference => NM/17',
  ]);
});
