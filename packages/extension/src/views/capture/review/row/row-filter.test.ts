import { decide } from '@cyber-prevent/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { draftOf, FICTIONAL } from '../../../../testing/draft-under-test.js';
import { ROW_FILTERS, rowsIn } from './row-filter.js';

const draft = draftOf(...FICTIONAL);
const labels = (of: typeof draft, filter: (typeof ROW_FILTERS)[number]) =>
  rowsIn(filter, of.rows).map(({ label }) => label);

it('shows what was left, and none of what nobody has named', () => {
  expect(labels(draft, 'left')).toContain('Name');
  for (const filter of ROW_FILTERS) expect(labels(draft, filter)).not.toContain('Shoe size');
});

it('shows as changed what the officer decided, and nothing that only started so', () => {
  expect(labels(draft, 'changed')).toEqual([]);
  const [first] = draft.rows;
  const decided = decide(draft, first?.id ?? '', { kind: 'leave' });
  expect(labels(decided, 'changed')).toEqual([first?.label]);
});

it('shows an issue until the value is corrected or masked', () => {
  // No other date of the page says which of two days it is.
  const draft = draftOf(
    { label: 'Full name', value: 'Morgan Vael', owner: ['Subject'] },
    { label: 'Incident date', value: '03/02/2026', owner: ['Referral details'] },
  );
  const row = draft.rows.find(({ either }) => either !== undefined);
  expect(labels(draft, 'issue')).toContain(row?.label);
  const masked = decide(draft, row?.id ?? '', { kind: 'mask' });
  expect(labels(masked, 'issue')).not.toContain(row?.label);
});

it('gives no row twice, and each in the order of the draft', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ROW_FILTERS), fc.subarray([...draft.rows]), (filter, rows) => {
      const shown = rowsIn(filter, rows);
      expect(shown).toEqual(rows.filter((row) => shown.includes(row)));
    }),
  );
});
