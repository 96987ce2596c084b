import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FieldDescription } from '../record/field.js';
import { fieldsOf, RECORD_KINDS } from '../record/kind.js';
import { firstCodeLists } from './first-lists.js';
import { gatherCodeLists } from './shipped.js';

const lists = gatherCodeLists();

describe('the code lists that ship', () => {
  it('are the files of the data folder, each under its own name', () => {
    const files = readdirSync(new URL('./data', import.meta.url)).map((file) => file.slice(0, -5));
    expect([...lists.keys()].sort()).toEqual(files.sort());
  });

  it.each([...lists.values()])(
    '$id offers each code once on any day, and narrows only its own',
    ({ codes }) => {
      const rows = codes.map(({ code, from = '', to = '9999-12-31' }) => ({ code, from, to }));
      for (const row of rows) {
        expect(row.from <= row.to).toBe(true);
        const same = rows.filter(
          (other) => other.code === row.code && other.from <= row.to && row.from <= other.to,
        );
        expect(same).toEqual([row]);
      }
      const known = codes.map(({ code }) => code);
      for (const { under } of codes) expect([...known, undefined]).toContain(under);
    },
  );

  it('come first for the terms of a capture as they are later', () => {
    for (const [id, list] of firstCodeLists()) expect(lists.get(id)).toEqual(list);
  });

  it('hold every list that a record kind draws from, and the reasons', () => {
    const drawn = (fields: readonly FieldDescription[]): string[] =>
      fields.flatMap(({ codeList, fields: inner = [] }) => [
        ...(codeList ? [codeList] : []),
        ...drawn(inner),
      ]);
    const wanted = RECORD_KINDS.flatMap((kind) => drawn(fieldsOf(kind)));
    expect(wanted.length).toBeGreaterThan(20);
    for (const id of [...wanted, 'reason', 'export-destination'])
      expect([...lists.keys()]).toContain(id);
  });

  it('say the programme’s name in full to whoever reads them', () => {
    const text = JSON.stringify([...lists.values()]);
    expect(text).not.toMatch(/(?<!cyber )\bPrevent\b/);
  });
});

describe('gatherCodeLists', () => {
  it('lets a list that is handed over later replace an earlier one', () => {
    const [reason] = [lists.get('reason')];
    const later = { ...reason, title: 'Our reasons' };
    expect(gatherCodeLists([{ ...reason, title: 'First' }], [later]).get('reason')?.title).toBe(
      'Our reasons',
    );
  });

  it.each([
    ['text', 'reason'],
    ['no codes', { id: 'reason' }],
    [
      'a list with a code of two words',
      { ...lists.get('reason'), codes: [{ code: 'a b', label: 'x' }] },
    ],
  ])('refuses %s', (_what, list) => {
    expect(() => gatherCodeLists([list])).toThrow(
      expect.objectContaining({ code: 'CP_CODE_LIST_UNKNOWN' }),
    );
  });
});
