// @vitest-environment happy-dom
/** One press of the save says everything that is missing or to be asked; one more press saves what is then complete. */
import type { ReadingCell } from '@cyber-prevent/core/testing';
import { buildSubject, newRecord, testHost } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { draftOf } from '../../../testing/draft-under-test.js';
import { reviewing } from '../../../testing/review-under-test.js';
import { typedName } from './person/typed-name.js';

afterEach(cleanup);

const PHONE: ReadingCell = { label: 'Telephone', value: '07700 900415', owner: ['Subject'] };
const NEEDS: ReadingCell = {
  label: 'Communication needs',
  value: 'Large print',
  owner: ['Subject'],
};
const TOLD: ReadingCell = {
  label: 'Narrative',
  value: 'Changed the marks of two friends. She was diagnosed with autism in the autumn.',
  owner: ['Referral'],
};
const NAME = 'Enter the subject’s name, or take it from the page';
const WHY = 'Say whether the referral is saved without its narrative, or take the narrative';
const CONDITION = [
  'Select the condition under which you take communication and support needs, or leave it',
  'Enter why taking communication and support needs is strictly necessary, or leave it',
];

const save = () => fireEvent.click(screen.getByText('Save as referral', { selector: 'button' }));
const summary = () => screen.findByRole('alert', { name: 'There is a problem' });
const said = async () =>
  within(await summary())
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
const names = async (name: string) => {
  fireEvent.input(screen.getByLabelText('Name of the person'), { target: { value: name } });
  fireEvent.click(screen.getByRole('button', { name: 'Add the name' }));
  await screen.findByText(name, { selector: '.cp-draft-row__value' });
};

describe('one press of the save', () => {
  it('says all that is missing in the order of the page, the name first, and leads to each', async () => {
    const { store } = await reviewing(draftOf(PHONE, NEEDS, TOLD));
    fireEvent.click(screen.getByRole('button', { name: /^Take Communication/ }));
    await screen.findByLabelText('Condition');
    save();
    expect(await said()).toEqual([NAME, ...CONDITION, WHY]);
    expect(document.activeElement).toBe(await summary());
    for (const [words, control] of [
      [NAME, screen.getByLabelText('Name of the person')],
      [CONDITION[0] ?? '', screen.getByLabelText('Condition')],
      [WHY, await screen.findByRole('group', { name: /^The narrative is left/ })],
    ] as const) {
      fireEvent.click(screen.getByText(words, { selector: 'button' }));
      expect(document.activeElement).toBe(control);
    }
    expect(await store.query('subject')).toEqual([]);
  });

  it('is followed by one more, once all of it is answered', async () => {
    const { store } = await reviewing(draftOf(PHONE, TOLD));
    save();
    expect(await said()).toEqual([NAME, WHY]);
    await names('Ada Vael');
    fireEvent.click(await screen.findByLabelText('No'));
    fireEvent.click(screen.getByRole('button', { name: /^Take it and save/ }));
    await screen.findByText('Saved as a referral of Ada Vael, a new subject');
    expect((await store.query('referral'))[0]?.value.narrative).toBe(TOLD.value);
  });

  it('takes along a name that was typed and not added', async () => {
    const { store } = await reviewing(draftOf(PHONE));
    save();
    expect(await said()).toEqual([NAME]);
    fireEvent.input(screen.getByLabelText('Name of the person'), {
      target: { value: ' Ada Vael ' },
    });
    save();
    await screen.findByText('Saved as a referral of Ada Vael, a new subject');
    const [ada] = await store.query('subject');
    expect(ada?.value.name).toBe('Ada Vael');
    expect(Object.keys(ada?.sources ?? {})).toContain('name');
  });

  it('takes no name that was typed before the draft had one of its own', async () => {
    const draft = draftOf(PHONE, { label: 'Full name', value: 'Ada Vael', owner: ['Subject'] });
    expect(typedName(draft, 'Ivo Vael', testHost())).toBeUndefined();
    expect(typedName(draftOf(PHONE), ' ', testHost())).toBeUndefined();
    expect(typedName(draftOf(PHONE), ' Ivo Vael', testHost())?.rows[0]?.value).toBe('Ivo Vael');
  });

  it('says what is still missing where the narrative alone was answered', async () => {
    const { store } = await reviewing(draftOf(PHONE, TOLD));
    save();
    expect(await said()).toEqual([NAME, WHY]);
    fireEvent.click(screen.getByRole('button', { name: /^Save without it/ }));
    await waitFor(async () => expect(await said()).toEqual([NAME]));
    await names('Ada Vael');
    save();
    await screen.findByText('Saved as a referral of Ada Vael, a new subject');
    expect((await store.query('referral'))[0]?.value.narrativeOmission).toBe('left-by-choice');
  });

  it('asks who it is together with the rest, and wants no name of somebody on record', async () => {
    const { store } = await reviewing(draftOf(PHONE, TOLD));
    const ada = buildSubject({ name: 'Ada Vael', phones: ['+447700900415'] });
    await store.commit({ changes: [newRecord('subject', ada)], reason: 'case-work' });
    save();
    expect(await said()).toEqual([
      'Enter the subject’s name, or select the person on record',
      'Select new person, same person or not sure',
      WHY,
    ]);
    fireEvent.click(await screen.findByLabelText('Same person: Ada Vael'));
    fireEvent.click(screen.getByRole('button', { name: /^Save without it/ }));
    await screen.findByText(/^Saved as a referral of Ada Vael/);
    expect(await store.query('subject')).toHaveLength(1);
  });
});
