import fc from 'fast-check';
import type { Element, ElementContent } from 'hast';
import { describe, expect, it } from 'vitest';
import {
  type FrameSnapshot,
  type LiveData,
  type PageSnapshot,
  SNAPSHOT_VERSION,
} from '../../page/snapshot/snapshot.js';
import { select } from './select.js';
import { parseSelector } from './selector.js';

function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[] = [],
  data?: LiveData,
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children,
    ...(data ? { data: data as NonNullable<Element['data']> } : {}),
  };
}

function frame(path: readonly number[], ...children: ElementContent[]): FrameSnapshot {
  return { path, url: '', title: '', tree: { type: 'root', children } };
}

const page: PageSnapshot = {
  version: SNAPSHOT_VERSION,
  unread: [],
  frames: [
    frame(
      [],
      element('main', { id: 'record', className: ['wide', 'cards'] }, [
        element('dl', {}, [
          element('dt', {}),
          element('dd', { dataField: 'dob' }),
          element('dt', {}),
          element('dd', { ariaLabel: 'Phone' }),
        ]),
        element('practice-panel', {}, [element('dl', {}, [element('dd', { id: 'inner' })])], {
          shadow: 'closed',
        }),
        element('iframe', { name: 'content' }, [], { frame: 0 }),
        element('input', { name: 'q', required: true, disabled: false }),
      ]),
    ),
    frame([0], element('td', { id: 'dob' })),
  ],
};

const found = (selector: string) =>
  select(page, selector).map(({ element: { tagName, properties }, frame: path }) => [
    tagName,
    properties.id ?? null,
    path.join(),
  ]);

describe('select', () => {
  it.each([
    ['main', 1],
    ['#record', 1],
    ['.wide.cards', 1],
    ['main.wide#record', 1],
    ['dd', 2],
    ['[data-field]', 1],
    ['[data-field="dob"]', 1],
    ["dd[aria-label='Phone']", 1],
    ['dd:nth-of-type(2)', 1],
    ['main > dl > dt', 2],
    ['main > dd', 0],
    ['main dd', 2],
    ['* > dd', 2],
    ['[required]', 1],
    ['[disabled]', 0],
    ['[name=q]', 1],
    ['[data-field^="do"]', 1],
    ['[data-field^="ob"]', 0],
    ['[data-field$="ob"]', 1],
    ['[data-field$="do"]', 0],
    ['[data-field*="o"]', 1],
    ['[data-field*=""]', 0],
  ])('finds %s', (selector, count) => {
    expect(select(page, selector)).toHaveLength(count);
  });

  it('enters a shadow tree only across >>>', () => {
    expect(found('#inner')).toEqual([]);
    expect(found('practice-panel dd')).toEqual([]);
    expect(found('practice-panel >>> dl > dd')).toEqual([['dd', 'inner', '']]);
  });

  it('enters a frame only across >>>', () => {
    expect(found('#dob')).toEqual([]);
    expect(found('iframe[name="content"] >>> #dob')).toEqual([['td', 'dob', '0']]);
    expect(found('main >>> #dob')).toEqual([]);
  });

  it('finds nothing for what is outside the subset', () => {
    for (const selector of [
      'dd:has(b)',
      'a + b',
      'a, b',
      ':not(a)',
      '[a~=b]',
      'dd >',
      '> dd',
      '',
      'a'.repeat(501),
      'a '.repeat(30),
      '[a="b',
    ])
      expect([selector, parseSelector(selector).ok, select(page, selector)]).toEqual([
        selector,
        false,
        [],
      ]);
  });

  it('throws on no selector', () => {
    const piece = fc.constantFrom(
      'a',
      '#',
      '.',
      '[',
      ']',
      '=',
      '"',
      ' ',
      '>',
      '>>>',
      ':nth-of-type(',
      ')',
      '1',
      '*',
      '\\',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((each) => each.join('')),
        ),
        (selector) => {
          expect(Array.isArray(select(page, selector))).toBe(true);
        },
      ),
    );
  });

  it('looks at each element once a step, however deep the page is', () => {
    let tree = element('div', {});
    for (let depth = 0; depth < 2_000; depth += 1) tree = element('div', {}, [tree]);
    const deep = { ...page, frames: [frame([], tree)] };
    expect(select(deep, 'div div div div div div')).toHaveLength(1_996);
  });
});
