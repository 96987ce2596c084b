import type { HeadRecord, RecordId } from '@cyber-prevent/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Bytes, utf8 } from '../vault/bytes.js';
import { headLine } from './head-line.js';
import { outlineOf } from './page-outline.js';

const KIND = 'intervention';
const id = fc.uuid() as fc.Arbitrary<RecordId>;
/** What an officer or a page could have written to look like the beginning of a record. */
const beginning = id.map((held) => `["${KIND}","${held}",7,`);
const text = fc.oneof(fc.string(), beginning, fc.constantFrom('\\', '"', '[', '["', '’'));
const texts = fc.array(text).map((parts) => parts.join(''));
const record = fc
  .record({
    id,
    ordinal: fc.nat(),
    at: fc.constantFrom('2026-11-24T09:30:00.000Z', '2026-11-25T10:00:00.000Z'),
    note: texts,
    aliases: fc.array(fc.oneof(texts, fc.constant(KIND), id)),
    subjects: fc.array(id, { maxLength: 2 }),
  })
  .map(({ id: held, ordinal, at, note, aliases, subjects }): HeadRecord => {
    const revision = { id: held, at, by: held };
    const value = { id: held, note, aliases };
    const branch = { revision, value, sources: {}, isWithdrawn: false };
    const revisions = [held, ...subjects];
    const made = { kind: KIND, id: held, ordinal, createdAt: at, revisions, batches: [1, ordinal] };
    return { ...made, subjects, branches: [branch] } as unknown as HeadRecord;
  });
const records = fc.array(record, { minLength: 1, maxLength: 8 });

/** ASCII, as pages are. */
function pageOf(heads: readonly HeadRecord[]): Bytes {
  const escaped = (line: string) =>
    line.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return utf8(`[${heads.map((head) => escaped(headLine(head))).join()}]`);
}

it('names the records of a page in their order, and the highest ordinal, whatever is written in them', () => {
  fc.assert(
    fc.property(records, (heads) => {
      expect(outlineOf(pageOf(heads), { kind: KIND, count: heads.length })).toEqual({
        ids: heads.map((head) => head.id).join(),
        last: Math.max(...heads.map(({ ordinal }) => ordinal)),
      });
    }),
  );
});

it('is none where a page has other records than it should have', () => {
  fc.assert(
    fc.property(records, (heads) => {
      const page = pageOf(heads);
      const count = heads.length;
      for (const other of [count - 1, count + 1])
        expect(outlineOf(page, { kind: KIND, count: other })).toBeUndefined();
      expect(outlineOf(page, { kind: 'subject', count })).toBeUndefined();
    }),
  );
});

it('is none where an id or an ordinal is none', () => {
  const held = '0b2f6d1e-8a53-4d0f-9d54-7c2a1e6b9f10';
  for (const line of [`"${held}",`, `"${held}","7",`, `"${held}x",7,`, `"${held}",7`])
    expect(outlineOf(utf8(`[["${KIND}",${line}]]`), { kind: KIND, count: 1 }), line).toBe(
      undefined,
    );
});
