import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  inOrder,
  isSearch,
  type ListTerms,
  makeFinder,
  withFacet,
  withSort,
} from './list-query.js';

interface Row {
  readonly name: string;
  readonly reference?: string;
  readonly status?: string;
}

const terms: ListTerms<Row> = {
  text: ({ name, reference = '' }) => `${name} ${reference}`,
  columns: [
    { key: 'name', heading: 'Name', cell: ({ name }) => name, sortBy: ({ name }) => name },
    {
      key: 'reference',
      heading: 'Reference',
      cell: () => '',
      sortBy: ({ reference }) => reference,
    },
  ],
  facets: [{ key: 'status', label: 'Status', choices: [], of: ({ status }) => status }],
};
const everything = { text: '', facets: {}, sort: 'name', isDescending: false };
const oconnell: Row = { name: 'Tamsin O’Connell-Vael', status: 'accepted' };
const zoe: Row = { name: 'Zoë Fairbarrow', reference: 'NCCU/2026/0417' };
const names = (text: string, rows: readonly Row[] = [oconnell, zoe]) =>
  makeFinder<Row>()(rows, { text, facets: {} }, terms).map(({ name }) => name);

describe('finding rows', () => {
  it('finds by any word, without accents and marks', () => {
    expect(names('vael')).toEqual([oconnell.name]);
    expect(names('zoe fair')).toEqual([zoe.name]);
    expect(names('CONNELL')).toEqual([oconnell.name]);
    expect(names('nccu/2026')).toEqual([zoe.name]);
  });

  it('finds by words that anything but a space stands between', () => {
    const copied = { name: 'Isolde\u00A0Marrack\tQuill\nVane' };
    for (const wanted of ['marrack', 'quill', 'isolde vane', copied.name])
      expect(names(wanted, [copied])).toEqual([copied.name]);
  });

  it('finds nothing by the middle of a word, and everything by no word', () => {
    expect(names('ael')).toEqual([]);
    expect(names(' ')).toHaveLength(2);
  });

  it('finds what was chosen above the list, and by words among that', () => {
    const find = makeFinder<Row>();
    const facets = { status: 'accepted' };
    expect(find([oconnell, zoe], { text: '', facets }, terms)).toEqual([oconnell]);
    expect(find([oconnell, zoe], { text: 'zoe', facets }, terms)).toEqual([]);
  });

  it('calls an order alone no search', () => {
    expect(isSearch(everything)).toBe(false);
    expect(isSearch({ ...everything, text: ' - ' })).toBe(false);
    expect(isSearch({ ...everything, text: 'a' })).toBe(true);
    expect(isSearch(withFacet(everything, 'status', 'accepted'))).toBe(true);
    expect(isSearch(withFacet(withFacet(everything, 'status', 'accepted'), 'status', ''))).toBe(
      false,
    );
  });
});

describe('putting rows in order', () => {
  const row = fc.record({ name: fc.string({ unit: 'grapheme' }), reference: fc.string() });

  it('keeps every row once, whichever way round', () => {
    fc.assert(
      fc.property(fc.array(row), fc.boolean(), (rows, isDescending) => {
        const ordered = inOrder(rows, { sort: 'name', isDescending }, terms.columns);
        expect(new Set(ordered)).toEqual(new Set(rows));
        expect(ordered).toHaveLength(rows.length);
      }),
    );
  });

  it('puts what is not known last, whichever way round', () => {
    const rows = [oconnell, zoe, { name: 'Ada', reference: 'A-1' }];
    const order = (isDescending: boolean) =>
      inOrder(rows, { sort: 'reference', isDescending }, terms.columns).map(({ name }) => name);
    expect(order(false)).toEqual(['Ada', zoe.name, oconnell.name]);
    expect(order(true)).toEqual([zoe.name, 'Ada', oconnell.name]);
  });

  it('does not mind case or accents', () => {
    const rows = [{ name: 'zebra' }, { name: 'Éclair' }, { name: 'Fig' }, { name: 'apple' }];
    expect(inOrder(rows, everything, terms.columns).map(({ name }) => name)).toEqual([
      'apple',
      'Éclair',
      'Fig',
      'zebra',
    ]);
  });

  it('turns round when the same heading is pressed again', () => {
    const other = withSort(everything, 'reference');
    expect(other).toMatchObject({ sort: 'reference', isDescending: false });
    expect(withSort(other, 'reference')).toMatchObject({ isDescending: true });
  });
});
