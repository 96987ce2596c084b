import {
  type DraftRow,
  type Instant,
  openDraft,
  type PlainDate,
  type RecordId,
  readingOfText,
} from '@cyber-prevent/core';
import { describe, expect, it } from 'vitest';
import { readDraftHead, readDraftRows, rowParts } from './draft-part.js';

const ids = [1, 2].map((n) => `3f2b1c9a-1111-4222-8333-44445555666${n}` as RecordId);

function draft(text: string) {
  const left = [...ids];
  return openDraft({
    reading: readingOfText(text, { title: 'Call' }),
    adapters: [],
    way: 'paste',
    host: {
      clock: {
        now: () => '2026-11-24T09:30:00.000Z' as Instant,
        today: () => '2026-11-24' as PlainDate,
      },
      random: { id: () => left.shift() ?? ('' as RecordId), salt: () => '' },
    },
  });
}

const made = draft(
  'Family name: Vael\nDate of birth: 31/02/2011\nTelephone: 07700 900123\nColour: green\nHe is on Discord as rowan#1234',
);
const { rows, ...head } = made;

describe('the parts of a draft', () => {
  it('come to the draft that was made', () => {
    const read = readDraftHead(JSON.stringify(head), new Set(ids));
    const back = [...rowParts(rows)].flatMap((part) => readDraftRows(part, read));
    expect({ ...read, rows: back }).toEqual(made);
    expect(back.some((row) => 'path' in row && row.path === undefined)).toBe(true);
  });

  it('are small however many rows there are', () => {
    const [row] = rows;
    if (!row) throw new Error('No row');
    const many: DraftRow[] = Array.from({ length: 1_000 }, (_, at) => ({ ...row, id: `r${at}` }));
    const wide = { ...row, raw: 'x'.repeat(400_000) };
    expect([...rowParts(many)]).toHaveLength(7);
    expect([...rowParts([wide, wide, row])]).toHaveLength(2);
    expect([...rowParts([])]).toEqual([]);
  });

  it('are refused when they name what exists, or are not of the shape', () => {
    const known = readDraftHead(JSON.stringify(head), new Set(ids));
    expect(() => readDraftHead(JSON.stringify(head), new Set(ids.slice(0, 1)))).toThrow();
    expect(() =>
      readDraftHead(JSON.stringify({ ...head, addTo: { subject: ids[0] } }), new Set(ids)),
    ).toThrow();
    const lies: object[] = [
      { path: 'subject.password' },
      { decision: { kind: 'take-corrected', value: 'x' } },
      { visible: 'yes' },
      { decision: 'take-corrected' },
      { origin: '3f2b1c9a-1111-4222-8333-444455556669' },
      { extra: 1 },
    ];
    const [part = ''] = rowParts(rows);
    const [honest] = JSON.parse(part);
    expect(readDraftRows(JSON.stringify([honest]), known)).toHaveLength(1);
    for (const lie of lies)
      expect(() => readDraftRows(JSON.stringify([{ ...honest, ...lie }]), known)).toThrow();
  });
});
