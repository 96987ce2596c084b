import fc from 'fast-check';
import type { Element, ElementContent, Root } from 'hast';
import { expect, test } from 'vitest';
import { parseSnapshot } from './parse-snapshot.js';
import type { PageSnapshot } from './snapshot.js';

const frame = { path: [], url: 'https://rms.example.org/', title: 'Record' };
const jsonOf = (tree: unknown) =>
  JSON.stringify({ version: 1, unread: [], frames: [{ ...frame, tree }] });

type Compact = string | readonly unknown[];

function compact(node: ElementContent): Compact {
  if (node.type === 'text') return node.value;
  const { tagName, properties, data, children } = node as Element;
  const kept = Object.keys(properties).length === 0 ? 0 : properties;
  const isBoxAlone = data?.box !== undefined && Object.keys(data).length === 1;
  return [tagName, kept, isBoxAlone ? data.box : (data ?? 0), ...children.map(compact)];
}

const box = fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat());
const live = fc.record(
  {
    value: fc.string(),
    checked: fc.boolean(),
    hidden: fc.boolean(),
    covered: fc.constant(true),
    box,
    frame: fc.nat(9),
  },
  { requiredKeys: [] },
);
const properties = fc.dictionary(
  fc.constantFrom('id', 'className', 'colSpan', 'hidden'),
  fc.oneof(fc.string(), fc.array(fc.string()), fc.nat(), fc.boolean()),
  { noNullPrototype: true },
);
const text = fc.record({ type: fc.constant('text' as const), value: fc.string() });
const { element } = fc.letrec<{ element: Element; node: ElementContent }>((tie) => ({
  node: fc.oneof({ depthSize: 'small' }, text, tie('element')),
  element: fc.record(
    {
      type: fc.constant('element' as const),
      tagName: fc.constantFrom('td', 'div', 'input', 'x-card'),
      properties,
      children: fc.array(tie('node'), { maxLength: 4 }),
      data: live as never,
    },
    { requiredKeys: ['type', 'tagName', 'properties', 'children'] },
  ) as fc.Arbitrary<Element>,
}));

test('a tree written as lists is the tree that it was written from', () => {
  fc.assert(
    fc.property(fc.array(element), (children) => {
      const tree: Root = { type: 'root', children };
      const whole = parseSnapshot(jsonOf(tree));
      const short = parseSnapshot(jsonOf(['', 0, 0, ...children.map(compact)]));
      expect(short.ok).toBe(true);
      expect(short).toEqual(whole);
    }),
  );
});

test.each([
  ['an empty list', []],
  ['a root with a name', ['div', 0, 0]],
  ['an element without a name', ['', 0, 0, ['', 0, 0]]],
  ['a name that is a number', ['', 0, 0, [7, 0, 0]]],
  ['an element that is an object', ['', 0, 0, { type: 'text', value: 'x' }]],
  ['a text that is a number', ['', 0, 0, 4]],
  ['properties that are a list', ['', 0, 0, ['p', ['x'], 0]]],
  ['a property that is an object', ['', 0, 0, ['p', { id: {} }, 0]]],
  ['a box of three', ['', 0, 0, ['p', 0, [1, 2, 3]]]],
  ['a value that is a number', ['', 0, 0, ['p', 0, { value: 3 }]]],
  ['an element that ends before its data', ['', 0, 0, ['p', 0]]],
])('%s is refused', (_what, tree) => {
  expect(parseSnapshot(jsonOf(tree)).ok).toBe(false);
});

test('__proto__ and what is not of the shape do not stay', () => {
  const json = jsonOf(['', 0, 0, ['p', { id: 'x' }, { checked: true }]])
    .replace('{"id"', '{"__proto__":"y","id"')
    .replace('{"checked"', '{"__proto__":{"polluted":true},"other":1,"checked"');
  const read = parseSnapshot(json);
  expect(read.ok && treeOf(read.value)).toEqual({
    type: 'root',
    children: [
      {
        type: 'element',
        tagName: 'p',
        properties: { id: 'x' },
        children: [],
        data: { checked: true },
      },
    ],
  });
  expect(JSON.stringify(read)).not.toMatch(/__proto__|polluted|other/);
});

test('nesting beyond the bound is refused, and costs no stack', () => {
  const deep = (depth: number): string =>
    `{"version":1,"unread":[],"frames":[{"path":[],"url":"","title":"","tree":["",0,0,${'["div",0,0,'.repeat(depth)}"x"${']'.repeat(depth)}]}]}`;
  expect(parseSnapshot(deep(10_000)).ok).toBe(true);
  const refused = parseSnapshot(deep(30_000));
  expect(refused.ok ? 'read' : refused.issues[0]?.message).toMatch(/too deep/);
});

function treeOf({ frames }: PageSnapshot): Root | undefined {
  return frames[0]?.tree;
}
