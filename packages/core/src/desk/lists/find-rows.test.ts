import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FindTerms, filterChoices, inOrder, makeFinder } from './find-rows.js';
import { codesOfRow, type ListFields, NOT_KNOWN } from './list-field.js';
import { isSearch, withFilter, withSort } from './list-query.js';

interface Row {
  readonly name: string;
  readonly reference?: string;
  readonly status?: string;
}

const status = {
  value: ({ status }: Row) => status,
  filter: { codes: ({ status }: Row) => [status ?? []].flat(), offered: ['accepted', 'received'] },
};
const fields = {
  name: { value: ({ name }) => name },
  reference: { value: ({ reference }) => reference },
  status,
} satisfies ListFields<Row>;
const terms: FindTerms<Row> = {
  text: ({ name, reference = '' }) => `${name} ${reference}`,
  fields,
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
    const facets = { status: ['accepted'] };
    expect(find([oconnell, zoe], { text: '', facets }, terms)).toEqual([oconnell]);
    expect(find([oconnell, zoe], { text: 'zoe', facets }, terms)).toEqual([]);
  });

  it('calls an order alone no search', () => {
    expect(isSearch(everything)).toBe(false);
    expect(isSearch({ ...everything, text: ' - ' })).toBe(false);
    expect(isSearch({ ...everything, text: 'a' })).toBe(true);
    expect(isSearch(withFilter(everything, 'status', ['accepted']))).toBe(true);
    expect(isSearch(withFilter(withFilter(everything, 'status', ['accepted']), 'status', []))).toBe(
      false,
    );
  });
});

describe('putting rows in order', () => {
  const row = fc.record({ name: fc.string({ unit: 'grapheme' }), reference: fc.string() });

  it('keeps every row once, whichever way round', () => {
    fc.assert(
      fc.property(fc.array(row), fc.boolean(), (rows, isDescending) => {
        const ordered = inOrder(rows, { sort: 'name', isDescending }, fields);
        expect(new Set(ordered)).toEqual(new Set(rows));
        expect(ordered).toHaveLength(rows.length);
      }),
    );
  });

  it('puts what is not known last, whichever way round', () => {
    const rows = [oconnell, zoe, { name: 'Ada', reference: 'A-1' }];
    const order = (isDescending: boolean) =>
      inOrder(rows, { sort: 'reference', isDescending }, fields).map(({ name }) => name);
    expect(order(false)).toEqual(['Ada', zoe.name, oconnell.name]);
    expect(order(true)).toEqual([zoe.name, 'Ada', oconnell.name]);
  });

  it('does not mind case or accents', () => {
    const rows = [{ name: 'zebra' }, { name: 'Éclair' }, { name: 'Fig' }, { name: 'apple' }];
    expect(inOrder(rows, everything, fields).map(({ name }) => name)).toEqual([
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

describe('filtering rows', () => {
  const row = fc.record(
    {
      name: fc.string(),
      status: fc.constantFrom('accepted', 'received', 'older-code', 'constructor'),
    },
    { requiredKeys: ['name'] },
  );
  const codes = fc.subarray(['accepted', 'received', 'older-code', 'constructor', NOT_KNOWN]);

  it('finds every row by one of the choices, also a row of which nothing is known', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const choices = filterChoices(status.filter, rows);
        const found = makeFinder<Row>()(
          rows,
          { text: '', facets: { status: choices.map(({ code }) => code) } },
          terms,
        );
        expect(found).toEqual(rows);
      }),
    );
  });

  it('counts as many rows for a choice as it finds', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        for (const { code, count } of filterChoices(status.filter, rows))
          expect(
            makeFinder<Row>()(rows, { text: '', facets: { status: [code] } }, terms),
          ).toHaveLength(count);
      }),
    );
  });

  it('finds no fewer by more codes of one column, and no more by another column too', () => {
    fc.assert(
      fc.property(fc.array(row), codes, codes, (rows, some, others) => {
        const find = makeFinder<Row>();
        const by = (wanted: readonly string[]) =>
          new Set(find(rows, { text: '', facets: { status: wanted } }, terms));
        const both = by([...some, ...others]);
        if (some.length > 0) for (const each of by(some)) expect(both.has(each)).toBe(true);
      }),
    );
  });

  it('finds everybody by a column that is not there', () => {
    const find = makeFinder<Row>();
    for (const key of ['gone', 'constructor', 'name'])
      expect(find([oconnell, zoe], { text: '', facets: { [key]: ['x'] } }, terms)).toHaveLength(2);
  });

  it('finds a row that may not be told apart by no filter at all', () => {
    const closed = { codes: () => undefined, offered: [] };
    const shut: FindTerms<Row> = { ...terms, fields: { ...fields, status: { filter: closed } } };
    expect(codesOfRow(closed, zoe)).toBeUndefined();
    for (const code of ['accepted', NOT_KNOWN])
      expect(makeFinder<Row>()([zoe], { text: '', facets: { status: [code] } }, shut)).toEqual([]);
    expect(filterChoices(closed, [zoe])).toEqual([{ code: NOT_KNOWN, count: 0 }]);
  });
});
