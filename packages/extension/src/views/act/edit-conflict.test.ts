import { fieldsOf, type RecordId } from '@cyber-prevent/core';
import { buildAdvice } from '@cyber-prevent/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editConflict } from './edit-conflict.js';

const fields = fieldsOf('advice').filter(({ set }) => set !== 'by-toolkit');
const NAMES = ['askedBy', 'organisation', 'asked', 'advice'] as const;

const stored = (changes: object) => ({
  kind: 'advice' as const,
  id: 'b0000000-0000-4000-8000-000000000001' as RecordId,
  value: {
    ...buildAdvice({ askedBy: 'A', organisation: 'A' }),
    asked: 'A',
    advice: 'A',
    ...changes,
  },
  heads: [],
  sources: {},
  createdAt: '2026-11-24T09:30:00.000Z' as never,
  updatedAt: '2026-11-24T09:30:00.000Z' as never,
  updatedBy: 'b0000000-0000-4000-8000-000000000002' as RecordId,
});
const some = fc.dictionary(fc.constantFrom(...NAMES), fc.constantFrom('A', 'B', 'C'));

describe('two windows editing one record', () => {
  it('loses nothing that either typed, and says so wherever they differ', () => {
    fc.assert(
      fc.property(some, some, (there, here) => {
        const before = stored({});
        const { id: _, ...opened } = before.value;
        const now = stored(there);
        const typed = { ...opened, ...here };
        const { fields: told, values } = editConflict(before, now, fields, typed);
        for (const name of NAMES) {
          const [was, theirs, mine] = [before.value[name], now.value[name], typed[name]];
          const row = told.find(({ field }) => field.name === name);
          // Typed text stays; a field left alone takes the value saved elsewhere.
          expect(values[name]).toBe(mine === was ? theirs : mine);
          expect(row !== undefined).toBe(theirs !== was && theirs !== mine);
          expect(row?.isClash ?? false).toBe(row !== undefined && mine !== was);
        }
      }),
    );
  });

  it('takes an empty box for nothing', () => {
    const { organisation: _, ...value } = stored({}).value;
    const before = { ...stored({}), value };
    const typed = { ...value, organisation: ' ' };
    expect(editConflict(before, before, fields, typed).fields).toEqual([]);
  });
});
