// @vitest-environment happy-dom
/** The bar of a draft: its counts, the save by keys, and the question about a narrative that is left. */
import type { ReadingCell } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { draftOf } from '../../../testing/draft-under-test.js';
import { reviewing } from '../../../testing/review-under-test.js';

afterEach(cleanup);

const ACCOUNT =
  'Signed in with a teacher’s account on two days in January and changed the marks of two friends.';
const CHILD: readonly ReadingCell[] = [
  { label: 'Full name', value: 'Ada Vael', owner: ['Subject'] },
  { label: 'Telephone', value: '07700 900415', owner: ['Subject'] },
];
const telling = (value: string): ReadingCell => ({
  label: 'Narrative',
  value,
  owner: ['Referral'],
});
const QUESTION = 'The narrative is left, so the referral will not say why.';
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const saveByKeys = () => fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true });
const saved = () => screen.findByText(/^Saved as a referral/);
const asked = () => screen.findByRole('group', { name: QUESTION });

describe('the bar of a draft', () => {
  it('counts what is taken, left and masked, and leads to what has an issue', async () => {
    await reviewing(
      draftOf(
        ...CHILD,
        { label: 'Name', value: 'Dawn Vael', owner: ['Parent or guardian'] },
        { label: 'Incident date', value: '03/02/2026', owner: ['Referral'] },
      ),
    );
    expect(screen.getByText('2 taken, 2 left, 0 masked')).toBeTruthy();
    fireEvent.click(button('1 with an issue'));
    await waitFor(() => expect(button('Issues 1').getAttribute('aria-pressed')).toBe('true'));
    expect(document.querySelectorAll('[data-row]')).toHaveLength(1);
  });

  it('saves by its keys from anywhere on the screen', async () => {
    const { store } = await reviewing(draftOf(...CHILD));
    saveByKeys();
    await saved();
    expect(await store.query('referral')).toHaveLength(1);
  });

  it('saves nothing by its keys while a correction is typed, and uses the correction', async () => {
    const { store } = await reviewing(draftOf(...CHILD));
    fireEvent.click(button('Correct Name: Ada Vael'));
    const box = await screen.findByLabelText('Name, corrected');
    fireEvent.input(box, { target: { value: 'Ada Vale' } });
    fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true });
    await screen.findByText('Ada Vale');
    expect(await store.query('referral')).toEqual([]);
  });
});

const EITHER = /^“Save as referral” leaves out the narrative, and asks you first\. /;

describe('a narrative that is left', () => {
  it('is asked about once, at the save, and the question answers nothing by itself', async () => {
    const { store } = await reviewing(draftOf(...CHILD, telling(ACCOUNT)));
    saveByKeys();
    const question = await asked();
    await waitFor(() => expect(document.activeElement).toBe(question));
    saveByKeys();
    fireEvent.click(within(question).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByText(QUESTION)).toBeNull());
    expect(await store.query('referral')).toEqual([]);
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Save as referral/));
  });

  it('is taken and saved by one key', async () => {
    const { store } = await reviewing(draftOf(...CHILD, telling(ACCOUNT)));
    saveByKeys();
    fireEvent.keyDown(await asked(), { key: 't' });
    await saved();
    const [referral] = await store.query('referral');
    expect(referral?.value.narrative).toBe(ACCOUNT);
  });

  it('is saved without, by choice, and the record says so', async () => {
    const { store } = await reviewing(draftOf(...CHILD, telling(ACCOUNT)));
    saveByKeys();
    fireEvent.click(within(await asked()).getByRole('button', { name: /^Save without it/ }));
    await saved();
    const [referral] = await store.query('referral');
    expect(referral?.value.narrative).toBeUndefined();
    expect(referral?.value.narrativeOmission).toBe('left-by-choice');
  });

  it('goes with the save in one press, in sight', async () => {
    const { store } = await reviewing(draftOf(...CHILD, telling(ACCOUNT)));
    expect(screen.getByText(EITHER)).toBeTruthy();
    fireEvent.click(button('Save with its narrative'));
    await saved();
    expect((await store.query('referral'))[0]?.value.narrative).toBe(ACCOUNT);
  });

  it('is not asked about where nothing of the kind was read', async () => {
    await reviewing(draftOf(...CHILD));
    expect(screen.queryByRole('button', { name: 'Save with its narrative' })).toBeNull();
    expect(screen.queryByText(EITHER)).toBeNull();
  });
});

describe('sensitive words in a narrative', () => {
  const words = telling(`${ACCOUNT} She was diagnosed with autism in the autumn.`);
  const ASKED = 'Say whether the narrative says something about a person’s health, or leave it';
  /** Takes the narrative, and waits until the save has asked: until then a further press is none. */
  const takes = async () => {
    fireEvent.click(button('Save with its narrative'));
    await screen.findByText(ASKED, { selector: 'button' });
  };
  const yesOrNo = /^Does the narrative say something about a person’s health\?/;

  it('are named when it is left, and asked about when it is taken', async () => {
    const { store } = await reviewing(draftOf(...CHILD, words));
    saveByKeys();
    expect(
      within(await asked()).getByText(/a person’s health: “autism”, “diagnosed”/),
    ).toBeTruthy();
    fireEvent.keyDown(await asked(), { key: 't' });
    const issue = await screen.findByText(ASKED, { selector: 'button' });
    fireEvent.click(issue);
    const question = await screen.findByRole('group', { name: yesOrNo });
    const [yes] = within(question).getAllByRole('radio');
    expect(document.activeElement).toBe(yes);
    for (const radio of within(question).getAllByRole<HTMLInputElement>('radio'))
      expect(radio.checked).toBe(false);
    expect(await store.query('referral')).toEqual([]);
  });

  it('need no condition if they say nothing of the kind', async () => {
    await reviewing(draftOf(...CHILD, words));
    await takes();
    fireEvent.click(await screen.findByLabelText('No'));
    saveByKeys();
    await saved();
  });

  it('need a condition if they say something of the kind', async () => {
    const { store } = await reviewing(draftOf(...CHILD, words));
    await takes();
    fireEvent.click(await screen.findByLabelText('Yes'));
    const condition = await screen.findByLabelText('Condition');
    fireEvent.change(condition, { target: { value: 'part3-safeguarding' } });
    fireEvent.input(screen.getByLabelText('Why it is strictly necessary'), {
      target: { value: 'The plan has to fit her.' },
    });
    saveByKeys();
    await saved();
    const [capture] = await store.query('sourceCapture');
    expect(capture?.value.sensitive).toEqual(['referral.narrative']);
  });
});

it('shows a long narrative in full beside the save that takes it, and folds other long values', async () => {
  const long = `${'He was asked by an older pupil to try it. '.repeat(12)}His sister Ines was there.`;
  await reviewing(draftOf(...CHILD, telling(long), { ...telling(long), label: 'Background' }));
  const [narrative] = screen.getAllByText(/His sister Ines was there\.$/);
  expect(narrative?.textContent).toBe(long);
  expect(button('Save with its narrative')).toBeTruthy();
});
