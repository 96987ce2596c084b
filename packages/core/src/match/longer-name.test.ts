import { describe, expect, test } from 'vitest';
import type { RecordId } from '../shared/primitives.js';
import { matchIndex } from './match-index.js';

const HELD = '01920000-0000-7000-8000-000000000001' as RecordId;

function found(sought: string, held: string): readonly string[] {
  const index = matchIndex();
  index.put({ id: HELD, values: [{ kind: 'name', text: held }] });
  return index
    .search({ values: [{ kind: 'name', text: sought }] })
    .candidates.map(({ strength }) => strength);
}

describe('a name and the same name with one more word', () => {
  test.each([
    ['Wilhelmina Quarrie', 'Wilhelmina Quarrie Aldous'],
    ['Wilhelmina Quarrie', 'Wilhelmina Aldous Quarrie'],
    ['Wilhelmina Quarrie', 'Wilhelmina Quarrie-Aldous'],
    ['Bill Quarrie', 'William Quarrie Aldous'],
  ])('“%s” is asked about where “%s” is sought, and the other way about', (one, other) => {
    expect(found(other, one)).toEqual(['moderate']);
    expect(found(one, other)).toEqual(['moderate']);
  });

  test.each([
    ['Wilhelmina Quarrie', 'Leopold Quarrie Aldous'],
    ['Wilhelmina Quarrie', 'Wilhelmina Aldous'],
    ['Wilhelmina Quarrie', 'Quarrie Aldous'],
    ['Wilhelmina Ivy Quarrie', 'Wilhelmina Ivy Aldous'],
  ])('“%s” is nobody like “%s”', (one, other) => {
    expect(found(other, one)).toEqual([]);
    expect(found(one, other)).toEqual([]);
  });
});
