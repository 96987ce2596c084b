import type { Element, Text } from 'hast';
import { expect, test } from 'vitest';
import { readPage } from '../read-page.js';
import type { Box, PageSnapshot } from '../snapshot/snapshot.js';

const knows = (label: string): boolean => /^(?:Name|Date of birth|School|Address)$/.test(label);

interface Placed {
  readonly text: string;
  readonly box: Box;
  readonly tagName?: string;
}
const at = (x: number, y: number, text: string): Placed => ({ text, box: [x, y, 100, 16] });

/** A layer of texts, each in a `span` with its own place. */
function layer(texts: readonly Placed[]): PageSnapshot {
  const spans = texts.map(({ text, box, tagName = 'span' }): Element => {
    const inside: Text = { type: 'text', value: text };
    return {
      type: 'element',
      tagName,
      properties: {},
      children: [inside],
      data: { box },
    } as Element;
  });
  const around: Element = { type: 'element', tagName: 'div', properties: {}, children: spans };
  return {
    frames: [
      {
        path: [],
        url: 'https://rms.example.org/1',
        title: '',
        tree: { type: 'root', children: [around] },
      },
    ],
    unread: [],
  } as unknown as PageSnapshot;
}

const FORM = [
  at(40, 0, 'Young person'),
  at(40, 30, 'Name'),
  at(300, 30, 'Tamsin Vael'),
  at(40, 60, 'Address'),
  at(300, 60, '14 Lanternwick Rise'),
  at(300, 80, 'ZZ99 3VZ'),
  at(40, 120, 'Parent'),
  at(40, 150, 'Name'),
  at(300, 150, 'Oriel Vael'),
  at(40, 180, 'Favourite tree'),
  at(300, 180, 'Oak'),
];
const told = (texts: readonly Placed[]) =>
  readPage(layer(texts), { knows }).values.map(
    ({ label, value, owner }) => `${owner.at(-1)}: ${label} => ${value}`,
  );

test('texts placed one by one are paired across, each under the heading above it', () => {
  expect(told(FORM)).toEqual([
    'Young person: Name => Tamsin Vael',
    'Young person: Address => 14 Lanternwick Rise\nZZ99 3VZ',
    'Parent: Name => Oriel Vael',
    'Parent: Favourite tree => Oak',
  ]);
});

test('columns of labels that nothing knows are no form', () => {
  expect(
    told(FORM.map((each) => ({ ...each, text: each.text.replace(/^(?:Name|Address)$/, 'Oak') }))),
  ).toEqual([]);
});

test('a label without an answer takes none from the label below', () => {
  expect(
    told(FORM.filter(({ text }) => text !== 'Tamsin Vael')).map((each) => each.slice(14)),
  ).toContain('Address => 14 Lanternwick Rise\nZZ99 3VZ');
  expect(told(FORM.filter(({ text }) => text !== 'Tamsin Vael')).join()).not.toContain(
    'Name => 14',
  );
});

test('the first label below a bold heading is a label, and not what the heading is about', () => {
  const bold = { ...at(40, 0, 'Young person'), tagName: 'div' };
  const texts = FORM.slice(1).map((each) => ({ ...each, tagName: 'div' }));
  const page = layer([bold, ...texts]);
  const [holder] = page.frames[0]?.tree.children ?? [];
  const [heading] = holder?.type === 'element' ? holder.children : [];
  if (heading?.type === 'element')
    heading.children = [
      { type: 'element', tagName: 'b', properties: {}, children: [...heading.children] } as Element,
    ];
  const { values } = readPage(page, { knows });
  expect(values.map(({ label, value }) => `${label} => ${value}`)).toContain('Name => Tamsin Vael');
  expect(values.map(({ label }) => label)).not.toContain('Young person');
});

test('sixty thousand texts of one make are read', () => {
  const many = Array.from({ length: 60_000 }, (_, nth) =>
    at(nth % 2 ? 300 : 40, (nth >> 1) * 20, 'Name'),
  );
  expect(readPage(layer(many), { knows }).values.length).toBeLessThanOrEqual(20_000);
});
