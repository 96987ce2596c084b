// @vitest-environment happy-dom
/** The rows of a draft: filters, a group taken together, the reason for a row, and a page that gave none. */
import type { ReadingCell } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { draftOf, FICTIONAL } from '../../../testing/draft-under-test.js';
import { reviewing } from '../../../testing/review-under-test.js';

afterEach(cleanup);

const rowOf = (label: string): HTMLElement => {
  const row = [...document.querySelectorAll<HTMLElement>('[data-row]')].find(
    (each) => each.querySelector('.cp-draft-row__label')?.textContent === label,
  );
  if (!row) throw new Error(`No row is labelled ${label}`);
  return row;
};
const press = (label: string, key: string, shiftKey = false) => {
  rowOf(label).focus();
  fireEvent.keyDown(rowOf(label), { key, shiftKey });
};
const state = (label: string) => rowOf(label).querySelector('.cp-draft-row__state')?.textContent;
const chip = (name: string) => screen.findByRole('button', { name });

describe('the filters of a draft', () => {
  it('show what was left, and keep a row in its place once it is taken', async () => {
    await reviewing(draftOf(...FICTIONAL));
    fireEvent.click(await chip('Left 1'));
    await waitFor(() => expect(document.querySelectorAll('[data-row]')).toHaveLength(1));
    press('Related person’s name', 't');
    await chip('Left 0');
    expect(state('Related person’s name')).toBe('Taken');
    fireEvent.click(await chip('Changed 1'));
    await waitFor(() => expect(document.querySelectorAll('[data-row]')).toHaveLength(1));
  });

  it('end with the draft that they were for', async () => {
    const { reads, app } = await reviewing(draftOf(...FICTIONAL));
    fireEvent.click(await chip('Left 1'));
    fireEvent.click(screen.getByText('Save as referral', { selector: 'button' }));
    await screen.findByText(/^Saved as a referral/);
    expect(app.session.lastSave.value).toBeDefined();
    await reads(draftOf(...FICTIONAL));
    const all = await chip('All 5');
    await waitFor(() => expect(all.getAttribute('aria-pressed')).toBe('true'));
  });
});

describe('a group', () => {
  it('is taken together by Shift and T, but for what is decided one by one', async () => {
    await reviewing(
      draftOf(...FICTIONAL, {
        label: 'Communication needs',
        value: 'Large print',
        owner: ['Subject'],
      }),
    );
    press('Name', 'l');
    press('Telephone', 'l');
    await screen.findByRole('button', { name: 'Take all in this group Subject' });
    press('Name', 'T', true);
    await screen.findByText('2 values taken: Subject');
    expect(state('Telephone')).toBe('Taken');
    expect(state('Communication and support needs')).toBe('Left');
    expect(screen.queryByRole('button', { name: /^Take all in this group/ })).toBeNull();
  });

  it('is not taken by a T that is a capital because capitals are locked', async () => {
    await reviewing(draftOf(...FICTIONAL));
    press('Name', 'l');
    press('Telephone', 'l');
    await screen.findByRole('button', { name: 'Take all in this group Subject' });
    press('Name', 'T');
    await waitFor(() => expect(state('Name')).toBe('Taken'));
    expect(state('Telephone')).toBe('Left');
  });
});

it('says the platform that is saved with a handle, and lists it nowhere as not used', async () => {
  const row = { table: 1, index: 0 };
  const owner = ['Online identifiers'];
  await reviewing(
    draftOf(
      ...FICTIONAL,
      { label: 'Platform', value: 'TikTok', owner, row },
      { label: 'Username', value: '@morgan.vael', owner, row },
    ),
  );
  await waitFor(() => expect(rowOf('Online identifier').textContent).toContain('Platform: TikTok'));
  fireEvent.click(screen.getByText(/^Seen on the page and not used/));
  await waitFor(() => expect(rowOf('Shoe size')).toBeTruthy());
  expect(document.querySelectorAll('[data-row]')).toHaveLength(7);
});

it('says why a value is there by W, and hides it again', async () => {
  await reviewing(draftOf(...FICTIONAL));
  press('Date of birth', 'w');
  await screen.findByText('On the page: 14/03/2009');
  expect(screen.getByText('Read from “Date of birth” under “Subject”')).toBeTruthy();
  expect(screen.getByText(/^Starts as taken: it is the subject’s own detail/)).toBeTruthy();
  expect(screen.getByText('Named by its label, which the toolkit knows.')).toBeTruthy();
  expect(screen.getByText('It reads as a date.')).toBeTruthy();
  press('Date of birth', 'w');
  await waitFor(() => expect(screen.queryByText('On the page: 14/03/2009')).toBeNull());
});

it('takes a correction to the same words as the page’s own', async () => {
  await reviewing(draftOf(...FICTIONAL));
  press('Name', 'c');
  const box = await screen.findByLabelText('Name, corrected');
  fireEvent.submit(box.closest('form') ?? box);
  await waitFor(() => expect(screen.queryByLabelText('Name, corrected')).toBeNull());
  expect(state('Name')).toBe('Taken');
});

describe('a page on which nothing was recognised', () => {
  const UNKNOWN: readonly ReadingCell[] = [
    { label: 'Shoe size', value: '42' },
    { label: 'Locker', value: 'B12' },
  ];

  it('says so, and offers to select, to paste, to teach and to type', async () => {
    const { app } = await reviewing(draftOf(...UNKNOWN));
    await screen.findByRole('heading', { name: 'Nothing was recognised on this page' });
    expect(await screen.findByText(/then press Alt\+Shift\+X/)).toBeTruthy();
    expect(screen.getAllByRole('button', { name: 'Paste text' })).toHaveLength(1);
    expect(screen.getByRole('button', { name: 'Type what you were told' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Teach this page' }));
    expect(app.router.route.value.name).toBe('teach');
  });

  it('says it no longer once the officer has said what a value is', async () => {
    await reviewing(draftOf(...UNKNOWN));
    await screen.findByRole('heading', { name: 'Nothing was recognised on this page' });
    const details = document.querySelector<HTMLDetailsElement>('.cp-draft-group details');
    if (details) details.open = true;
    const [choice] = await screen.findAllByLabelText('Record this as');
    fireEvent.change(choice as HTMLElement, { target: { value: 'subject.aliases[]' } });
    await waitFor(() =>
      expect(
        screen.queryByRole('heading', { name: 'Nothing was recognised on this page' }),
      ).toBeNull(),
    );
  });
});
