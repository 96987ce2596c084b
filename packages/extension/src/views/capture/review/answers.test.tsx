// @vitest-environment happy-dom
/** Questions about a draft before it is saved: conditions for sensitive data, and the authority for open source. */
import type { Draft } from '@cyber-prevent/core';
import type { ReadingCell } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { draftOf } from '../../../testing/draft-under-test.js';
import { TEST_OFFICER } from '../../../testing/memory-services.js';
import { reviewing } from '../../../testing/review-under-test.js';

afterEach(cleanup);

const CHILD: readonly ReadingCell[] = [
  { label: 'Full name', value: 'Ada Vael', owner: ['Subject'] },
  { label: 'Communication needs', value: 'Large print', owner: ['Subject'] },
];

const take = (label: string) =>
  fireEvent.click(screen.getByRole('button', { name: `Take ${label}` }));
const takeNeeds = () => take('Communication and support needs: Large print');
const save = () => fireEvent.click(screen.getByText('Save as referral', { selector: 'button' }));
const choose = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const WHY = 'Why it is strictly necessary';

it('asks for the condition and the reason when such a value is taken, and keeps both', async () => {
  const { store, reads } = await reviewing(draftOf(...CHILD));
  expect(screen.queryByLabelText('Condition')).toBeNull();
  takeNeeds();
  await screen.findByLabelText('Condition');
  expect((screen.getByLabelText('Law') as HTMLSelectElement).value).toBe('part3');
  save();
  const missing =
    'Select the condition under which you take communication and support needs, or leave it';
  fireEvent.click(await screen.findByText(missing, { selector: 'button' }));
  expect(document.activeElement).toBe(screen.getByLabelText('Condition'));

  // Both errors are shown at once.
  const why = 'Enter why taking communication and support needs is strictly necessary, or leave it';
  fireEvent.click(await screen.findByText(why, { selector: 'button' }));
  expect(document.activeElement).toBe(screen.getByLabelText(WHY));
  choose('Condition', 'part3-safeguarding');
  save();
  await waitFor(() => expect(screen.queryByText(missing)).toBeNull());
  fireEvent.click(await screen.findByText(why, { selector: 'button' }));
  expect(document.activeElement).toBe(screen.getByLabelText(WHY));
  fireEvent.input(screen.getByLabelText(WHY), { target: { value: 'The talk is in large print.' } });
  save();
  await screen.findByText(/^Saved as a referral/);
  const [subject] = await store.query('subject');
  expect(subject?.value.processingConditions).toMatchObject([
    {
      what: 'subject.communicationNeeds',
      condition: 'part3-safeguarding',
      whyNecessary: 'The talk is in large print.',
    },
  ]);

  await reads(draftOf(...CHILD));
  takeNeeds();
  await screen.findByLabelText('Condition');
  fireEvent.click(screen.getByLabelText('Somebody already on record'));
  await screen.findByRole('option', { name: /^Ada Vael\./ });
  fireEvent.change(screen.getByLabelText('Subject', { selector: 'select' }), {
    target: { value: subject?.id },
  });
  expect(
    await screen.findByText(/you answered for this person: Schedule 8: safeguarding/),
  ).toBeTruthy();
  expect(screen.queryByLabelText('Condition')).toBeNull();
  fireEvent.click(await screen.findByLabelText('A new referral'));
  save();
  await waitFor(async () => expect(await store.query('sourceCapture')).toHaveLength(2));
  for (const { value } of await store.query('sourceCapture'))
    expect(value.processingConditions).toHaveLength(1);
});

it('shows what is recorded differently though the condition is still to be answered', async () => {
  const born = (value: string): ReadingCell => ({
    label: 'Date of birth',
    value,
    owner: ['Subject'],
  });
  const { reads } = await reviewing(draftOf(...CHILD, born('2 May 2010')));
  save();
  await screen.findByText(/^Saved as a referral/);
  await reads(draftOf(...CHILD, born('2 May 2009')));
  takeNeeds();
  await screen.findByLabelText('Condition');
  fireEvent.click(screen.getByLabelText('Somebody already on record'));
  const option = await screen.findByRole('option', { name: /^Ada Vael/ });
  fireEvent.change(screen.getByLabelText('Subject', { selector: 'select' }), {
    target: { value: (option as HTMLOptionElement).value },
  });
  expect(await screen.findByLabelText('Held: 2 May 2010')).toBeTruthy();
  expect(screen.getByLabelText('New: 2 May 2009')).toBeTruthy();
});

it('offers the conditions of the law that is chosen', async () => {
  await reviewing(draftOf(...CHILD));
  takeNeeds();
  await screen.findByLabelText('Condition');
  choose('Law', 'uk-gdpr');
  const labels = () =>
    [...screen.getByLabelText('Condition').querySelectorAll('option')]
      .map((option) => option.value)
      .filter(Boolean);
  await waitFor(() => expect(labels().every((code) => code.startsWith('article9-'))).toBe(true));
  expect(labels().length).toBeGreaterThan(5);
});

it('asks for the policy document where it is missed, and goes on with the same draft', async () => {
  const { policyReference: _, ...officer } = TEST_OFFICER;
  const { store } = await reviewing(draftOf(...CHILD), { name: 'open', kind: 'live', officer });
  takeNeeds();
  await screen.findByText(/an appropriate policy document first, and none is entered/);
  expect(screen.queryByLabelText('Condition')).toBeNull();
  const reference = screen.getByLabelText('Reference of the document');
  fireEvent.keyDown(reference, { key: 'Enter' });
  await screen.findByText('Enter the reference of the document');

  fireEvent.input(reference, { target: { value: ' APD-2026-11 ' } });
  fireEvent.keyDown(reference, { key: 'Enter' });
  await screen.findByLabelText('Condition');
  expect(document.activeElement).toBe(screen.getByLabelText('Law'));
  expect(await store.query('subject')).toEqual([]);
  choose('Condition', 'part3-safeguarding');
  fireEvent.input(screen.getByLabelText(WHY), { target: { value: 'The talk is in large print.' } });
  save();
  await screen.findByText(/^Saved as a referral/);
  const [subject] = await store.query('subject');
  expect(subject?.value).toMatchObject({ name: 'Ada Vael', communicationNeeds: 'Large print' });
});

it('shows the answer of before for the person who is chosen as seen before', async () => {
  const born: ReadingCell = { label: 'Date of birth', value: '2 May 2010', owner: ['Subject'] };
  const { store, reads } = await reviewing(draftOf(...CHILD, born));
  takeNeeds();
  await screen.findByLabelText('Condition');
  choose('Condition', 'part3-safeguarding');
  fireEvent.input(screen.getByLabelText(WHY), { target: { value: 'The talk is in large print.' } });
  save();
  await screen.findByText(/^Saved as a referral/);

  await reads(draftOf(...CHILD, born));
  takeNeeds();
  await screen.findByLabelText('Condition');
  save();
  fireEvent.click(await screen.findByLabelText('Same person: Ada Vael'));
  await screen.findByText(/you answered for this person: Schedule 8: safeguarding/);
  expect(screen.queryByLabelText('Condition')).toBeNull();
  fireEvent.click(screen.getByLabelText('New person'));
  await screen.findByLabelText('Condition');
  fireEvent.click(screen.getByLabelText('Same person: Ada Vael'));
  await screen.findByText(/you answered for this person/);
  fireEvent.click(await screen.findByLabelText('A new referral'));
  save();
  await waitFor(async () => expect(await store.query('sourceCapture')).toHaveLength(2));
  expect(await store.query('subject')).toHaveLength(1);
});

it('asks for the authority of open source, and counts the earlier captures of one profile', async () => {
  const open = (): Draft => {
    const draft = draftOf(...CHILD);
    const origins = draft.origins.map((origin) => ({
      ...origin,
      hostClass: 'open-source' as const,
      url: 'https://forum.example/user/ada_test',
    }));
    return { ...draft, origins };
  };
  const { store, reads } = await reviewing(open());
  const none = 'No capture of forum.example/user/ada_test is kept so far';
  expect(await screen.findByText(none)).toBeTruthy();
  save();
  const missing = 'Select the authority for looking at open source, or that none is needed';
  expect(await screen.findByText(missing, { selector: 'button' })).toBeTruthy();
  fireEvent.click(screen.getByLabelText('No authority is needed'));
  save();
  const why = await screen.findByText('Enter why no authority is needed', { selector: 'button' });
  fireEvent.click(why);
  expect(document.activeElement).toBe(screen.getByLabelText('Why no authority is needed'));
  fireEvent.input(screen.getByLabelText('Why no authority is needed'), {
    target: { value: 'One look at a public page' },
  });
  save();
  await screen.findByText(/^Saved as a referral/);
  expect((await store.query('sourceCapture')).map(({ value }) => value)).toMatchObject([
    { authority: 'none-needed', authorityDetail: 'One look at a public page' },
  ]);

  await reads(open());
  const one = 'You have kept 1 capture of forum.example/user/ada_test before';
  expect(await screen.findByText(one)).toBeTruthy();
});

it('says of each value that a note may keep whose it is, and what each gate says', async () => {
  await reviewing(draftOf(...CHILD));
  expect(
    screen.getByText(/^Purpose: .* Marking: .* Lawful basis: .* Why it is necessary: /),
  ).toBeTruthy();
  fireEvent.click(screen.getByText('Save as intelligence note', { selector: 'button' }));
  expect(await screen.findByLabelText('Full name (Subject): Ada Vael')).toBeTruthy();
});

it('says before the press that words of a narrative are to be answered for, and takes the error back once they are', async () => {
  const narrative = {
    label: 'Narrative',
    value: 'He is autistic and has been up all night with it.',
    owner: ['Referral details'],
  };
  await reviewing(draftOf(...CHILD, narrative));
  const bar = () => document.querySelector('.cp-foot-bar')?.textContent ?? '';
  take(`Narrative: ${narrative.value}`);
  await waitFor(() => expect(bar()).toMatch(/Before you save: answer the question about .*health/));
  save();
  const ERROR = /^Say whether the narrative says something/;
  await waitFor(() => expect(screen.queryAllByText(ERROR).length).toBeGreaterThan(1));
  fireEvent.click(screen.getByLabelText('No'));
  await waitFor(() => expect(screen.queryAllByText(ERROR)).toEqual([]));
  expect(bar()).not.toContain('Before you save');
});
