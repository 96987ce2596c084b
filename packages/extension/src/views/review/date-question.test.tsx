// @vitest-environment happy-dom
import type { DateOrder } from '@cyber-prevent/core';
import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { DraftRow } from './draft-row.js';
import { draftOf } from './draft-under-test.js';
import type { DraftState } from './use-draft.js';

const { rows } = draftOf(
  { label: 'Name', value: 'Taz Vael' },
  { label: 'Date of birth', value: '05/09/2008' },
);
const [row] = rows.filter(({ path }) => path === 'subject.bornOn');
if (!row) throw new Error('No date of birth');

it('asks which of two days a date is, in words, and does not offer to take it', () => {
  const answers: DateOrder[] = [];
  const state = { settleDate: (_, order) => answers.push(order) } as Partial<DraftState>;
  render(<DraftRow row={row} state={state as DraftState} onPoint={async () => true} />);
  expect(screen.queryByRole('button', { name: /^Take/ })).toBeNull();
  expect(screen.getByText(/5 September 2008 or 9 May 2008/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /It is 9 May 2008/ }));
  fireEvent.click(screen.getByRole('button', { name: /It is 5 September 2008/ }));
  expect(answers).toEqual(['month-first', 'day-first']);
});
