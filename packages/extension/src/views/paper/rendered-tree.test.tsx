// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import type { Root } from 'mdast';
import { expect, it } from 'vitest';
import { RenderedTree } from './rendered-tree.js';

const text = (value: string) => ({ type: 'text' as const, value });

it('shows text as text, whatever it looks like', () => {
  const tree: Root = {
    type: 'root',
    children: [{ type: 'paragraph', children: [text('<img src=x onerror=alert(1)>')] }],
  };
  const { container } = render(<RenderedTree tree={tree} />);
  expect(container.querySelector('img')).toBeNull();
  expect(container.textContent).toBe('<img src=x onerror=alert(1)>');
});

it('begins one heading lower than the page it stands in', () => {
  const tree: Root = {
    type: 'root',
    children: [{ type: 'heading', depth: 1, children: [text('Case summary')] }],
  };
  const { container } = render(<RenderedTree tree={tree} />);
  expect(container.querySelector('h2')?.textContent).toBe('Case summary');
});

it('shows the head of a table as column heads', () => {
  const row = (value: string) => ({
    type: 'tableRow' as const,
    children: [{ type: 'tableCell' as const, children: [text(value)] }],
  });
  const tree: Root = {
    type: 'root',
    children: [{ type: 'table', children: [row('System'), row('Practice record system')] }],
  };
  const { container } = render(<RenderedTree tree={tree} />);
  expect(container.querySelector('th[scope=col]')?.textContent).toBe('System');
  expect(container.querySelector('td')?.textContent).toBe('Practice record system');
});

it.each([
  [2, false],
  [3, true],
])(
  'of a table of %i columns, lets a narrow window make a block of each row: %s',
  (count, stacks) => {
    const row = (word: string) => ({
      type: 'tableRow' as const,
      children: Array.from({ length: count }, (_, at) => ({
        type: 'tableCell' as const,
        children: [text(`${word} ${at + 1}`)],
      })),
    });
    const tree: Root = {
      type: 'root',
      children: [{ type: 'table', children: [row('Column'), row('Cell')] }],
    };
    const { container } = render(<RenderedTree tree={tree} />);
    expect(container.querySelector('table')?.classList.contains('cp-table--stacks')).toBe(stacks);
    expect(
      [...container.querySelectorAll('td')].map((cell) => cell.getAttribute('data-heading')),
    ).toEqual(Array.from({ length: count }, (_, at) => `Column ${at + 1}`));
  },
);

it('passes over raw HTML', () => {
  const tree: Root = { type: 'root', children: [{ type: 'html', value: '<b>bold</b>' }] };
  expect(render(<RenderedTree tree={tree} />).container.innerHTML).toBe('');
});

it('tells the marking of the document apart, which every sheet of paper has already', () => {
  const marking = {
    type: 'paragraph' as const,
    data: { hProperties: { className: ['cp-marking'] } },
    children: [text('OFFICIAL-SENSITIVE')],
  };
  const tree: Root = {
    type: 'root',
    children: [marking, { type: 'paragraph', children: [text('OFFICIAL-SENSITIVE, he wrote')] }],
  };
  const { container } = render(<RenderedTree tree={tree} />);
  const marked = [...container.querySelectorAll('.cp-paper__marking')];
  expect(marked.map(({ textContent }) => textContent)).toEqual(['OFFICIAL-SENSITIVE']);
});
