// @vitest-environment happy-dom
/** A save that was made on the wrong person is moved by name: from whom, and to whom. */
import type { Change } from '@cyber-prevent/core';
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { draftOf } from '../../../../testing/draft-under-test.js';
import { reviewing } from '../../../../testing/review-under-test.js';
import { showShell } from '../../../../testing/show-shell.js';

afterEach(cleanup);

/** A referral saved of Ada, with Rowan on record besides; the form that moves it is open. */
async function moving() {
  const rowan = buildSubject({ name: 'Rowan Elm' });
  const { store } = await reviewing(
    draftOf({ label: 'Full name', value: 'Ada Vael', owner: ['Subject'] }),
  );
  await store.commit({ changes: [newRecord('subject', rowan)], reason: 'case-work' });
  fireEvent.click(screen.getByText('Save as referral', { selector: 'button' }));
  await screen.findByText('Last saved here: a referral of Ada Vael.');
  fireEvent.click(screen.getByRole('button', { name: 'Move to another subject' }));
  return { store, rowan };
}

it('leads to the date of a referral that none was read for', async () => {
  const { app, store } = await reviewing(
    draftOf({ label: 'Full name', value: 'Ada Vael', owner: ['Subject'] }),
  );
  fireEvent.click(screen.getByText('Save as referral', { selector: 'button' }));
  fireEvent.click(
    await screen.findByRole('button', {
      name: 'Enter the date of the referral of Ada Vael',
    }),
  );
  const [referral] = await store.query('referral');
  expect(app.router.route.value).toEqual({
    name: 'act',
    act: 'correct-referral',
    subject: referral?.value.subjectId,
    record: referral?.id,
  });
});

it('asks for no date that was read', async () => {
  await reviewing(
    draftOf(
      { label: 'Full name', value: 'Ada Vael', owner: ['Subject'] },
      { label: 'Date of referral', value: '20 November 2026', owner: ['Referral details'] },
    ),
  );
  fireEvent.click(screen.getByText('Save as referral', { selector: 'button' }));
  await screen.findByRole('button', { name: 'Open the referral of Ada Vael' });
  expect(screen.queryByRole('button', { name: /^Enter the date of the referral/ })).toBeNull();
});

const AREA = 'Add the force or council area of Ada Vael';

it('leads to the area form of somebody of whom none is known', async () => {
  const { app, store } = await reviewing(
    draftOf({ label: 'Full name', value: 'Ada Vael', owner: ['Subject'] }),
  );
  fireEvent.click(screen.getByText('Save as referral', { selector: 'button' }));
  fireEvent.click(await screen.findByRole('button', { name: AREA }));
  const [subject] = await store.query('subject');
  expect(app.router.route.value).toEqual({
    name: 'detail',
    subject: subject?.id,
    detail: 'areas',
    act: 'add',
  });
});

it.each([
  ['their own', 'subject', { areas: [{ forceArea: '45', notedOn: '2026-11-24' }] }],
  [
    'outside England and Wales',
    'subject',
    { areas: [{ outside: 'scotland', notedOn: '2026-11-24' }] },
  ],
  ['that of the referral', 'referral', { localAuthority: 'E10000030' }],
] as const)('offers no area to somebody who has one: %s', async (_, kind, set) => {
  const { store } = await reviewing(
    draftOf({ label: 'Full name', value: 'Ada Vael', owner: ['Subject'] }),
  );
  fireEvent.click(screen.getByText('Save as referral', { selector: 'button' }));
  await screen.findByRole('button', { name: AREA });
  const [held] = await store.query(kind);
  if (!held) throw new Error('not held');
  const change = { kind, record: held.id, parents: held.heads, set } as Change;
  await store.commit({ changes: [change], reason: 'case-work' });
  await waitFor(() => expect(screen.queryByRole('button', { name: AREA })).toBeNull());
  screen.getByRole('button', { name: 'Open the subject: Ada Vael' });
});

it('leads first to the decision on a new referral, and to the referral', async () => {
  const { app, store } = await reviewing(
    draftOf({ label: 'Full name', value: 'Ada Vael', owner: ['Subject'] }),
  );
  fireEvent.click(screen.getByText('Save as referral', { selector: 'button' }));
  const first = await screen.findByRole('button', { name: 'Decide on the referral of Ada Vael' });
  expect(first.className).toBe('govuk-button');
  for (const name of [
    'Open the referral of Ada Vael',
    'Log an intervention with Ada Vael',
    'Open the subject: Ada Vael',
  ])
    expect(screen.getByRole('button', { name }).className).toContain('secondary');
  fireEvent.click(first);
  const [referral] = await store.query('referral');
  expect(app.router.route.value).toEqual({ name: 'decide', on: 'referral', record: referral?.id });
});

it('names the referral by its reference, since the person may have another', async () => {
  await reviewing(
    draftOf(
      { label: 'Full name', value: 'Ada Vael', owner: ['Subject'] },
      { label: 'Referral reference', value: 'CC/2026/41', owner: ['Referral details'] },
    ),
  );
  fireEvent.click(screen.getByText('Save as referral', { selector: 'button' }));
  await screen.findByText('Last saved here: referral CC/2026/41 of Ada Vael.');
  screen.getByRole('button', { name: 'Decide on CC/2026/41, Ada Vael' });
});

it('offers no decision on a referral that was only added to', async () => {
  const { id } = buildSubject();
  const { app } = await showShell({ surface: 'panel', start: { name: 'review' } });
  await screen.findByRole('button', { name: 'Paste text' });
  app.session.lastSave.value = { what: 'referral', subject: id, isAdded: true, records: [id] };
  await screen.findByRole('button', { name: 'Open the referral' });
  expect(screen.getByRole('button', { name: 'Open the referral' }).className).toBe('govuk-button');
  expect(screen.queryByRole('button', { name: /^Decide on the referral/ })).toBeNull();
});

describe('a move of what was saved', () => {
  it('names both people before it is made, and afterwards', async () => {
    const { store, rowan } = await moving();
    await screen.findByRole('option', { name: /^Rowan Elm/ });
    fireEvent.change(screen.getByLabelText('The subject it belongs to'), {
      target: { value: rowan.id },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Move from Ada Vael to Rowan Elm' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Yes, move it to Rowan Elm' }));
    await screen.findByText(/^Moved the referral from Ada Vael, .* to Rowan Elm, born/);
    await screen.findByText('Last saved here: a referral of Rowan Elm.');
    const [referral] = await store.query('referral');
    expect(referral?.value.subjectId).toBe(rowan.id);
  });

  it('asks for the person, and moves nothing until one is selected', async () => {
    const { store } = await moving();
    const [before] = await store.query('referral');
    fireEvent.click(screen.getByRole('button', { name: 'Move from Ada Vael' }));
    await screen.findByText('Select the subject it belongs to');
    await waitFor(async () =>
      expect((await store.query('referral'))[0]?.heads).toEqual(before?.heads),
    );
  });
});
