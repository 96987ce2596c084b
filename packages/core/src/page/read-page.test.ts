import fc from 'fast-check';
import type { Element, ElementContent } from 'hast';
import { expect, test } from 'vitest';
import { readPage } from './read-page.js';
import { snapshotOfHtml } from './saved-page.js';
import type { PageSnapshot } from './snapshot/snapshot.js';

const url = 'https://rms.example.org/1';
const read = (html: string) => readPage(snapshotOfHtml(html, { url }));
const element = (tagName: string, children: ElementContent[], properties = {}): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
const text = (value: string): ElementContent => ({ type: 'text', value });
const page = (...children: ElementContent[]): PageSnapshot => ({
  version: 1,
  unread: [],
  frames: [{ path: [], url, title: 'Title', tree: { type: 'root', children } }],
});

test('an empty page says what to do', () => {
  const { values, issues } = read('');
  expect(values).toEqual([]);
  expect(issues).toEqual([
    expect.objectContaining({
      code: 'nothing-found',
      message: expect.stringContaining('capture again'),
    }),
  ]);
});

test('one megabyte in a cell is kept up to the bound, with an issue that names the label', () => {
  const { values, issues } = readPage(
    page(
      element('dl', [
        element('dt', [text('Notes')]),
        element('dd', [text('word '.repeat(210_000))]),
      ]),
    ),
  );
  expect(values[0]?.value.length).toBe(200_000);
  expect(issues).toEqual([expect.objectContaining({ code: 'value-cut', at: 'Notes' })]);
});

test('more values than the bound are cut off with an issue', () => {
  const rows = Array.from({ length: 5 }, (_, i) => `<dt>Label ${i}<dd>v${i}`).join('');
  const { values, issues } = readPage(snapshotOfHtml(`<dl>${rows}</dl>`, { url }), {
    mostValues: 3,
  });
  expect(values).toHaveLength(3);
  expect(issues).toEqual([expect.objectContaining({ code: 'too-many-values' })]);
});

test('markup written as text stays text', () => {
  const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>';
  const { values } = readPage(
    page(element('dl', [element('dt', [text(hostile)]), element('dd', [text(hostile)])])),
  );
  expect(values[0]).toMatchObject({ label: hostile, value: hostile });
});

test('bidirectional marks are kept as they stood', () => {
  expect(read('<dl><dt>Name<dd>\u202Egnp.exe\u2066x\u2069</dl>').values[0]?.value).toBe(
    '\u202Egnp.exe\u2066x\u2069',
  );
});

test('controls that are named like members of an object do no harm', () => {
  const names = [
    'attributes',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'children',
    'toString',
  ];
  const boxes = names
    .map(
      (name) =>
        `<label for="${name}">${name}</label><input id="${name}" name="${name}" value="v ${name}">`,
    )
    .join('');
  expect(read(`<form>${boxes}</form>`).values.map(({ label, value }) => [label, value])).toEqual(
    names.map((name) => [name, `v ${name}`]),
  );
});

test('a page nested ten thousand deep is read without overflow', () => {
  let node: ElementContent = element('dl', [
    element('dt', [text('Name')]),
    element('dd', [text('Taz')]),
  ]);
  for (let i = 0; i < 10_000; i += 1) node = element(i % 3 === 0 ? 'section' : 'div', [node]);
  expect(readPage(page(node)).values[0]).toMatchObject({ label: 'Name', value: 'Taz' });
});

test('values come in the order of the page, and ids are stable', () => {
  const html =
    '<p>Town: Testham<br>Post: ZZ99</p><dl><dt>Name<dd>Taz</dl><label>Age <input value="15"></label>';
  expect(read(html).values.map(({ id, value }) => [id, value])).toEqual([
    ['f0-0', 'Testham'],
    ['f0-1', 'ZZ99'],
    ['f0-2', 'Taz'],
    ['f0-3', '15'],
  ]);
});

// Properties, over small trees of the elements that signals look at.

const word = fc.constantFrom(
  'Name',
  'Name:',
  'Taz',
  '07700 900417',
  'Date of birth',
  'x',
  '',
  ' \u00a0 ',
  'Parent or guardian',
  'a@example.org',
  'Discord: taz',
);
const tags = [
  'div',
  'p',
  'span',
  'b',
  'dl',
  'dt',
  'dd',
  'table',
  'tr',
  'td',
  'th',
  'fieldset',
  'legend',
  'label',
  'h2',
  'ul',
  'li',
  'br',
  'form',
  'select',
  'button',
];
const properties = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  fc.record({ id: fc.constantFrom('a', 'b', 'c') }),
  fc.record({ htmlFor: fc.constantFrom('a', 'b', 'c') }),
  fc.record({ hidden: fc.constant(true) }),
  fc.record({ className: fc.constant(['label']) }),
  fc.record({ colSpan: fc.constantFrom(2, 1e9) }),
);
const control = fc.record({
  type: fc.constantFrom('text', 'checkbox', 'radio', 'password', 'hidden'),
  value: fc.constantFrom('Taz', 'SECRET', ''),
  id: fc.constantFrom('a', 'b', 'c'),
  name: fc.constantFrom('n', 'm'),
  checked: fc.boolean(),
});
const tree: fc.Arbitrary<ElementContent> = fc.letrec<{ node: ElementContent }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word.map(text),
    control.map(({ type, value, id, name, checked }) =>
      element('input', [], {
        type,
        id,
        name,
        checked,
        value: type === 'password' || type === 'hidden' ? 'SECRET' : value.replace('SECRET', 'Taz'),
      }),
    ),
    fc
      .tuple(fc.constantFrom(...tags), properties, fc.array(tie('node'), { maxLength: 5 }))
      .map(([tag, props, children]) => element(tag, children, props)),
  ),
})).node;
const pages = fc.array(tree, { maxLength: 6 }).map((children) => page(...children));

/** The texts of a page, with `br` as a line break. */
function texts(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type !== 'element' || node.tagName === 'select') return '';
      return `${node.tagName === 'br' ? '\n' : ''}${texts(node.children)}`;
    })
    .join('');
}

/** Text typed into the boxes of a page, or offered as a choice in them. */
function typed(nodes: readonly ElementContent[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return [];
    if (node.tagName === 'select') return [texts(node.children)];
    const own = node.tagName === 'input' && node.properties.type === 'text';
    return own ? [`${node.properties.value}`] : typed(node.children);
  });
}

/** A choice's text is composed from its label, so white space is left out of the comparison. */
const bare = (text: string): string => text.replace(/\s+/g, '');

test('reading is deterministic, and changes nothing in the snapshot', () => {
  fc.assert(
    fc.property(pages, (snapshot) => {
      const before = JSON.stringify(snapshot);
      expect(readPage(snapshot)).toEqual(readPage(JSON.parse(before)));
      expect(JSON.stringify(snapshot)).toBe(before);
    }),
  );
});

test('every line of a value’s verbatim text stands on the page', () => {
  fc.assert(
    fc.property(pages, (snapshot) => {
      const nodes = (snapshot.frames[0]?.tree.children ?? []) as ElementContent[];
      const all = [texts(nodes), ...typed(nodes)].join('\n');
      for (const value of readPage(snapshot).values)
        for (const line of value.place.verbatim.split('\n'))
          if (value.value !== 'Yes') expect(bare(all)).toContain(bare(line));
    }),
  );
});

test('what is withheld is in no value', () => {
  fc.assert(
    fc.property(pages, (snapshot) => {
      expect(JSON.stringify(readPage(snapshot))).not.toContain('SECRET');
    }),
  );
});

test('an unrelated block after the rest changes no value that was read', () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 6 }), (children) => {
      const record = element('main', children);
      const other = element('aside', [
        element('dl', [element('dt', [text('Weather')]), element('dd', [text('Fine')])]),
      ]);
      const seen = (snapshot: PageSnapshot) =>
        readPage(snapshot).values.map(({ label, value, owner }) => ({ label, value, owner }));
      expect(seen(page(record, other)).slice(0, -1)).toEqual(seen(page(record)));
    }),
  );
});

test('work grows with the page and with nothing else', () => {
  const work = (build: (size: number) => ElementContent[], size: number): number => {
    let looked = 0;
    const counted = <T extends object>(value: T): T =>
      new Proxy(value, {
        get(target, key, receiver) {
          looked += 1;
          return Reflect.get(target, key, receiver);
        },
      });
    const wrap = (node: ElementContent): ElementContent =>
      node.type === 'element'
        ? counted({ ...node, children: node.children.map(wrap) })
        : counted({ ...node });
    readPage(page(...build(size).map(wrap)));
    return looked;
  };
  const shapes: ((size: number) => ElementContent[])[] = [
    (size) =>
      Array.from({ length: size }, (_, i) =>
        element('dl', [element('dt', [text(`Label ${i}`)]), element('dd', [text('v')])]),
      ),
    (size) => [
      element(
        'table',
        Array.from({ length: size }, (_, i) =>
          element('tr', [element('td', [text(`Label ${i}:`)]), element('td', [text('v')])]),
        ),
      ),
    ],
    (size) => [
      element('form', [
        element('fieldset', [
          element('legend', [text('All')]),
          ...Array.from({ length: size }, (_, i) =>
            element('input', [], { type: 'checkbox', name: 'c', id: `i${i}`, checked: true }),
          ),
        ]),
      ]),
    ],
    (size) =>
      Array.from({ length: size }, () =>
        element('input', [], { id: 'same', name: 'same', value: 'v' }),
      ),
    (size) => [
      Array.from({ length: size }).reduce<ElementContent>(
        (node) => element('div', [node, element('b', [text('A:')])]),
        text('v'),
      ),
    ],
  ];
  for (const shape of shapes) expect(work(shape, 2000) / work(shape, 500)).toBeLessThan(5);
});
