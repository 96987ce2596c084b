// @vitest-environment happy-dom
import type { ListQuery } from '@cyber-prevent/core';
import { signal } from '@preact/signals';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { List, type ListProps, type SettledSearch } from './list.js';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly reference?: string;
  readonly status?: string;
}

const many: readonly Row[] = Array.from({ length: 10_000 }, (_, nth) => ({
  id: `id-${nth}`,
  name: `Person ${String(nth).padStart(5, '0')}`,
}));
const two: readonly Row[] = [
  { id: 'b', name: 'Wren Quill', reference: 'R-1', status: 'accepted' },
  { id: 'a', name: 'Ada Vael', reference: 'R-2', status: 'received' },
];
const columns: ListProps<Row>['columns'] = [
  { key: 'name', heading: 'Name', cell: ({ name }) => name },
  { key: 'reference', heading: 'Reference', cell: ({ reference }) => reference },
  { key: 'plain', heading: 'Plain', cell: () => 'x' },
];
const fields: ListProps<Row>['fields'] = {
  name: { value: ({ name }) => name },
  reference: { value: ({ reference }) => reference },
  status: {
    filter: { codes: ({ status }) => [status ?? []].flat(), offered: ['accepted', 'received'] },
  },
};
const facets: ListProps<Row>['facets'] = [
  { key: 'status', label: 'Status', words: (code) => code.toUpperCase() },
];
const text = ({ name, reference = '' }: Row) => `${name} ${reference}`;

afterEach(cleanup);

function show(rows: readonly Row[], more: Partial<ListProps<Row>> = {}) {
  const query = signal<ListQuery>({ text: '', facets: {}, sort: 'name', isDescending: false });
  render(
    <List
      caption="People"
      find="Find a person"
      rows={rows}
      query={query}
      columns={columns}
      fields={fields}
      facets={facets}
      text={text}
      counted={(count) => `${count} people`}
      empty={<p>Take an enquiry to begin.</p>}
      {...more}
    />,
  );
  return query;
}
const shown = () =>
  within(screen.getByRole('table'))
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent);
const types = (value: string) =>
  fireEvent.input(screen.getByLabelText('Find a person'), { target: { value } });

describe('a list', () => {
  it('teaches when there is nothing in it', () => {
    show([]);
    expect(screen.getByText('Take an enquiry to begin.')).toBeTruthy();
    expect(screen.queryByLabelText('Find a person')).toBeNull();
  });

  it('says how many are found, and that none is', () => {
    show(two);
    expect(screen.getByRole('status').textContent).toBe('2 people');
    types('vael');
    expect(screen.getByRole('status').textContent).toBe('1 of 2 people');
    expect(shown()).toEqual(['Ada Vael']);
    types('nobody');
    expect(screen.getByText(/Nothing here matches/)).toBeTruthy();
  });

  it('narrows to what is chosen in a filter, and widens again by its chip', () => {
    show(two);
    fireEvent.click(screen.getByRole('button', { name: 'Filter' }));
    fireEvent.click(screen.getByLabelText('ACCEPTED (1)'));
    expect(shown()).toEqual(['Wren Quill']);
    fireEvent.click(screen.getByLabelText('RECEIVED (1)'));
    expect(shown()).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: /Take off Status: ACCEPTED/ }));
    expect(shown()).toEqual(['Ada Vael']);
    fireEvent.click(screen.getByRole('button', { name: /Take off Status: RECEIVED/ }));
    expect(shown()).toHaveLength(2);
  });

  it('has the focus on the next row before another key can be pressed', () => {
    show(two, { onOpen: () => undefined });
    const [first, second] = [...document.querySelectorAll<HTMLElement>('.cp-list__open')];
    first?.focus();
    // Not through the library, which waits until all is drawn again.
    first?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    expect(document.activeElement).toBe(second);
  });

  it('has each control in a form, so that a browser writes none of it down', async () => {
    const selected = signal<ReadonlySet<string>>(new Set());
    show(two, {
      select: { selected, can: () => true, label: ({ name }) => name },
      choice: { chosen: undefined, onChosen: () => undefined },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Filter' }));
    const columns = screen.getByText('Columns').closest('details');
    if (columns) columns.open = true;
    if (columns) fireEvent(columns, new Event('toggle'));
    await screen.findByRole('checkbox', { name: 'Reference' });
    const controls = [...document.querySelectorAll('input, select')];
    expect(controls.length).toBeGreaterThan(7);
    expect(controls.filter((control) => !control.closest('form'))).toEqual([]);
  });

  it('hides nobody by a code or a filter that is gone, and says which it was', () => {
    const query = show(two);
    act(() => {
      query.value = { ...query.value, facets: { status: ['paused'], needs: ['yes'] } };
    });
    expect(shown()).toHaveLength(2);
    expect(screen.getByRole('alert').textContent).toContain('Status: PAUSED; needs: yes');
    fireEvent.click(screen.getByRole('button', { name: 'Take it off' }));
    expect(query.value.facets).toEqual({});
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('shows the columns that are chosen, and always the first', () => {
    show(two, { choice: { chosen: ['plain'], onChosen: () => undefined } });
    const headings = screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
    expect(headings).toEqual(['NameName', 'Plain']);
  });

  it('sorts by a heading, says so, and turns round', () => {
    show(two);
    const heading = (name: string) => screen.getByRole('columnheader', { name: new RegExp(name) });
    const drawn = (name: string) => heading(name).querySelector('path')?.getAttribute('d');
    const [up, both] = [drawn('Name'), drawn('Reference')];
    expect(heading('Name').getAttribute('aria-sort')).toBe('ascending');
    fireEvent.click(within(heading('Reference')).getByRole('button'));
    expect(shown()).toEqual(['Wren Quill', 'Ada Vael']);
    expect(heading('Name').hasAttribute('aria-sort')).toBe(false);
    fireEvent.click(within(heading('Reference')).getByRole('button'));
    expect(heading('Reference').getAttribute('aria-sort')).toBe('descending');
    expect(drawn('Name')).toBe(both);
    expect(new Set([up, both, drawn('Reference')]).size).toBe(3);
    expect(shown()).toEqual(['Ada Vael', 'Wren Quill']);
    expect(within(heading('Plain')).queryByRole('button')).toBeNull();
  });

  it('makes a few of ten thousand rows, tells a screen reader of all, and warns about the browser’s search', () => {
    show(many);
    const table = screen.getByRole('table');
    expect(shown().length).toBeLessThan(100);
    expect(table.getAttribute('aria-rowcount')).toBe('10001');
    const [, first] = within(table).getAllByRole('row');
    expect(first?.getAttribute('aria-rowindex')).toBe('2');
    expect(screen.getByText(/Ctrl\+F/)).toBeTruthy();
  });

  it('makes every row for paper', async () => {
    show(many.slice(0, 300));
    expect(shown().length).toBeLessThan(100);
    fireEvent(window, new Event('beforeprint'));
    await vi.waitFor(() => expect(shown()).toHaveLength(300));
    fireEvent(window, new Event('afterprint'));
    await vi.waitFor(() => expect(shown().length).toBeLessThan(100));
  });
});

describe('a list at the keyboard', () => {
  it('is one stop, moved through with arrows, to either end as well', async () => {
    show(many, { onOpen: () => undefined });
    const stops = () =>
      screen.getAllByRole('button', { name: /^Person/ }).filter(({ tabIndex }) => tabIndex === 0);
    expect(stops().map(({ textContent }) => textContent)).toEqual(['Person 00000']);
    stops()[0]?.focus();
    const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document, { key });
    press('ArrowDown');
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Person 00001'));
    expect(stops().map(({ textContent }) => textContent)).toEqual(['Person 00001']);
    press('End');
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Person 09999'));
    press('ArrowDown');
    press('Home');
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Person 00000'));
  });
});

describe('the browser’s search in a long list', () => {
  const press = (more: object = {}) =>
    fireEvent.keyDown(document.activeElement ?? document, { key: 'f', ctrlKey: true, ...more });

  it('is the list’s own box, which finds the last of ten thousand', () => {
    show(many);
    expect(press()).toBe(false);
    const box = screen.getByLabelText('Find a person');
    expect(document.activeElement).toBe(box);
    types('09999');
    expect(shown()).toEqual(['Person 09999']);
    // Found: all of it is in the page, where the browser finds it.
    expect(press()).toBe(true);
  });

  it('is the browser’s where it is pressed twice, or every row is in the page', () => {
    show(many);
    press();
    expect(press()).toBe(true);
    cleanup();
    show(two);
    expect(press()).toBe(true);
  });

  it('is the browser’s while a dialog is in front', () => {
    show(many);
    const dialog = document.createElement('dialog');
    dialog.setAttribute('open', '');
    document.body.append(dialog);
    expect(press()).toBe(true);
    dialog.remove();
    expect(press()).toBe(false);
  });
});

describe('rows that are selected', () => {
  const showAll = (rows: readonly Row[], more: Partial<ListProps<Row>> = {}) => {
    const selected = signal<ReadonlySet<string>>(new Set());
    const select = {
      selected,
      can: ({ id }: Row) => id !== 'id-3',
      label: ({ name }: Row) => name,
    };
    show(rows, { select, onOpen: () => undefined, ...more });
    return selected;
  };
  const box = (name: string) => screen.getByRole('checkbox', { name: `Select ${name}` });

  it('are those pressed, and no row that nothing can be done with', () => {
    const selected = showAll(many.slice(0, 6));
    fireEvent.click(box('Person 00001'));
    expect([...selected.value]).toEqual(['id-1']);
    fireEvent.click(box('Person 00001'));
    expect([...selected.value]).toEqual([]);
    expect(screen.queryByRole('checkbox', { name: 'Select Person 00003' })).toBeNull();
  });

  it('are all between two, or all that are found', () => {
    const selected = showAll(many.slice(0, 6));
    fireEvent.click(box('Person 00001'));
    fireEvent.click(box('Person 00004'), { shiftKey: true });
    expect([...selected.value]).toEqual(['id-1', 'id-2', 'id-4']);
    types('00005');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select the one found' }));
    expect([...selected.value]).toEqual(['id-5']);
  });
});

describe('what was looked for', () => {
  it('is told once with the ids found, when a row of it is opened', () => {
    const settled: SettledSearch[] = [];
    const opened: string[] = [];
    show(two, {
      onOpen: ({ id }) => void opened.push(id),
      onSettled: (search) => void settled.push(search),
    });
    fireEvent.click(screen.getByRole('button', { name: 'Wren Quill' }));
    types('vael');
    fireEvent.click(screen.getByRole('button', { name: 'Ada Vael' }));
    expect(opened).toEqual(['b', 'a']);
    cleanup();
    expect(settled).toMatchObject([{ ids: ['a'], why: 'opened', query: { text: 'vael' } }]);
  });

  it('is told when the list is left, and not for another order', () => {
    const settled: SettledSearch[] = [];
    show(two, { onSettled: (search) => void settled.push(search) });
    types('quill');
    fireEvent.click(screen.getByRole('button', { name: /Reference/ }));
    cleanup();
    expect(settled.map(({ why }) => why)).toEqual(['left']);
  });
});
