import { describe, expect, it } from 'vitest';
import type { RecordId } from '../../shared/primitives.js';
import type { DraftRow } from '../draft.js';
import { sameKey, withSightings } from './same-value.js';

const row: DraftRow = {
  id: 'r',
  origin: '3f2b1c9a-1111-4222-8333-444455556661' as RecordId,
  path: undefined,
  label: 'Note',
  owner: ['Contact'],
  raw: 'x',
  value: 'x',
  issues: [],
  sensitivity: 'personal',
  place: { frame: [], selector: 'p', verbatim: 'x' },
  visible: true,
  method: 'dt-dd',
  namedBy: 'generic',
  runnersUp: [],
  freeText: false,
  decision: { kind: 'leave' },
};

describe('the key of a value', () => {
  it('is another where a part runs over into the next', () => {
    const rows: DraftRow[] = [
      row,
      { ...row, owner: [] },
      { ...row, owner: [], raw: 'contact\nx' },
      { ...row, owner: ['Contact', 'X'], raw: '' },
      { ...row, owner: ['***'] },
      { ...row, path: 'subject.aliases[]' },
      { ...row, path: 'subject.onlineIdentifiers[].asSeen', value: 'a\nb' },
      { ...row, path: 'subject.onlineIdentifiers[].asSeen', value: 'b', platform: 'a' },
      { ...row, path: 'subject.onlineIdentifiers[].asSeen', value: 'b\nc', platform: 'a' },
      { ...row, path: 'subject.onlineIdentifiers[].asSeen', value: 'c', platform: 'a\nb' },
    ];
    const keys = rows.flatMap((each) => [sameKey(each, undefined), sameKey(each, '["x"]')]);
    // A row that nobody has named belongs to nobody in particular.
    const unnamed = rows.filter(({ path }) => path === undefined).length;
    expect(new Set(keys).size).toBe(keys.length - unnamed);
    expect(sameKey({ ...row, label: 'note:', owner: ['CONTACT'] }, undefined)).toBe(keys[0]);
  });
});

describe('the places of a value', () => {
  it('are kept once each, and told apart by every part', () => {
    const at = (change: Partial<DraftRow>): DraftRow => ({ ...row, ...change });
    const others = [
      at({ id: 'again' }),
      at({ place: { ...row.place, frame: [1] } }),
      at({ place: { ...row.place, frame: [1, 1] } }),
      at({ place: { ...row.place, selector: 'p 4 Note' } }),
      at({ label: 'Note x', raw: '' }),
      at({ raw: 'X' }),
    ];
    expect(withSightings(row, [row, ...others]).alsoAt).toHaveLength(5);
    expect(withSightings(row, [row])).toEqual(row);
  });
});
