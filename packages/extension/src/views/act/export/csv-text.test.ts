import { HOSTILE_TEXTS } from '@cyber-prevent/core/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvText } from './csv-text.js';

/** Reads it back as a spreadsheet does. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end = ''] of text
    .slice(1)
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

it('gives each text back in its own cell, but for an apostrophe before what could start a formula', () => {
  const cells = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a,b', 'a"b')), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.array(cells, { minLength: 1, maxLength: 4 }), (rows) => {
      const back = read(csvText(rows));
      expect(back.map((row) => row.length)).toEqual(rows.map((row) => row.length));
      for (const [at, row] of rows.entries())
        for (const [column, text] of row.entries())
          expect([text, `'${text}`]).toContain(back[at]?.[column]);
    }),
  );
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '＝1+1', "'=1", '\u200b=1', '\n=1'])(
  'takes %j for no formula',
  (text) => {
    expect(read(csvText([[text]]))).toEqual([[`'${text}`]]);
  },
);

it('begins no cell with a sign, whatever is in it', () => {
  for (const text of HOSTILE_TEXTS)
    expect(read(csvText([[text]]))[0]?.[0] ?? '').not.toMatch(/^[=+\-@;]/);
});
