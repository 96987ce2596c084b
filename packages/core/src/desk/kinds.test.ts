/** Each kind of record belongs to one area, which alone decides how the desk shows it. */
import { describe, expect, it } from 'vitest';
import { RECORD_KINDS } from '../record/kind.js';
import { AREAS, KINDS } from './kinds.js';
import { LIST_NAMES } from './lists/list-name.js';

describe('the kinds of the areas', () => {
  it('are all kinds, each of them in one area', () => {
    const named = Object.values(AREAS).flatMap((kinds) => Object.keys(kinds));
    expect(named.toSorted()).toEqual([...RECORD_KINDS].toSorted());
    expect(Object.keys(KINDS).toSorted()).toEqual(named.toSorted());
  });

  it('name the lists that can be asked for, each list once', () => {
    const named = Object.values(KINDS).flatMap(({ list }) => (list ? [list.name] : []));
    expect(named.toSorted()).toEqual([...LIST_NAMES].toSorted());
  });
});
