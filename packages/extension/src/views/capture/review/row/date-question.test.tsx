// @vitest-environment happy-dom
import { answerDates, type DateOrder, type DraftRow as Row } from '@cyber-prevent/core';
import { testHost } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { draftOf } from '../../../../testing/draft-under-test.js';
import type { DraftState } from '../use-draft.js';
import { DraftRow } from './draft-row.js';

afterEach(cleanup);

const draft = draftOf(
  { label: 'Name', value: 'Taz Vael' },
  { label: 'Date of birth', value: '05/09/2008' },
);
const born = ({ rows }: { readonly rows: readonly Row[] }): Row => {
  const row = rows.find(({ path }) => path === 'subject.bornOn');
  if (!row) throw new Error('No date of birth');
  return row;
};
const row = born(draft);

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

it('shows a date that can be two days as the page has it, and corrects it from an empty box', () => {
  render(<DraftRow row={row} state={{} as DraftState} onPoint={async () => true} />);
  expect(document.querySelector('.cp-draft-row__value')?.textContent).toBe('05/09/2008');
  fireEvent.click(screen.getByRole('button', { name: /^Correct/ }));
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('');
});

it('says how a date was read that an answer settled, and lets the officer change the answer', () => {
  const answers: DateOrder[] = [];
  const state = { settleDate: (_, order) => answers.push(order) } as Partial<DraftState>;
  const pages = draft.origins.map(({ id }) => id);
  const settled = answerDates(draft, pages, 'month-first', { now: testHost().clock.now() });
  render(<DraftRow row={born(settled)} state={state as DraftState} onPoint={async () => true} />);
  expect(screen.getByText(/Read with the month first/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /Change it to 5 September 2008/ }));
  expect(answers).toEqual(['day-first']);
});
