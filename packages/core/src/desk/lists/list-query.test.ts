import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { ListFields } from './list-field.js';
import { ListQuery, standingQuery, withFilter } from './list-query.js';

interface Row {
  readonly status: string;
}
const fields: ListFields<Row> = {
  name: { value: ({ status }) => status },
  status: {
    value: ({ status }) => status,
    filter: { codes: ({ status }) => [status], offered: ['accepted'] },
  },
  next: {},
};
const codesIn = new Map([['status', new Set(['accepted', 'received'])]]);
const start: ListQuery = { text: 'vael', facets: {}, sort: 'name', isDescending: true };
const standing = (facets: ListQuery['facets'], sort = 'name') =>
  standingQuery({ ...start, facets, sort }, fields, codesIn);

describe('a stored query', () => {
  it('is read as an earlier release stored it, with one choice a column', () => {
    const stored = { ...start, facets: { status: 'accepted', kind: '' } };
    expect(v.parse(ListQuery, stored).facets).toEqual({ status: ['accepted'], kind: [] });
    const both = { ...start, facets: { status: ['accepted', 'received'] } };
    expect(v.parse(ListQuery, both)).toEqual(both);
  });

  it('says which code is gone, and looks for what is left', () => {
    const { query, gone } = standing({ status: ['accepted', 'paused'] });
    expect(gone).toEqual([{ key: 'status', code: 'paused' }]);
    expect(query).toEqual({ ...start, facets: { status: ['accepted'] } });
  });

  it('hides nobody by a code or a column that is gone', () => {
    expect(standing({ status: ['paused'] })).toEqual({
      query: start,
      gone: [{ key: 'status', code: 'paused' }],
    });
    for (const key of ['needs', 'constructor'])
      expect(standing({ [key]: ['yes'] })).toEqual({ query: start, gone: [{ key }] });
  });

  it('sorts by the first column where its own is gone or does not sort', () => {
    for (const sort of ['age', 'next', 'toString'])
      expect(standing({}, sort).query.sort).toBe('name');
    expect(standing({}, 'status').query.sort).toBe('status');
  });

  it('stands as it is where nothing is gone', () => {
    const codes = fc.subarray(['accepted', 'received'], { minLength: 1 });
    fc.assert(
      fc.property(codes, (chosen) => {
        const query = withFilter(start, 'status', chosen);
        expect(standingQuery(query, fields, codesIn)).toEqual({ query, gone: [] });
      }),
    );
  });
});
