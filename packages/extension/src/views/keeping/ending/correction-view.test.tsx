// @vitest-environment happy-dom
/** Notices to those who were given a value that has been corrected since. */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { held, presses, types } from '../../../testing/colleagues-under-test.js';

beforeAll(async () => {
  await Promise.all([import('./correction-view.js'), import('../../person/detail-view.js')]);
}, 60_000);
afterEach(cleanup);

/** Fills in the officer's source, then saves. */
async function tellsAndSaves(): Promise<void> {
  const told = within(screen.getByRole('group', { name: 'How you know' }));
  const [statement] = told.getAllByRole('radio');
  if (statement) fireEvent.click(statement);
  types(/^How you learned it/, 'Telephone call');
  types(/^Who told you/, 'Ottilie Brandt');
  types(/^Day/, '24');
  types(/^Month/, '11');
  types(/^Year/, '2026');
  types(/^Time/, '08:30');
  fireEvent.click(await screen.findByRole('button', { name: / for Petra Lindqvist$/ }));
  await screen.findByText(/^The person’s record was changed/);
}

describe('a correction of what was disclosed', () => {
  async function corrected(isDisclosed: boolean) {
    const shown = await held();
    const { store, app, subject } = shown;
    const entry = { action: 'disclosure', records: [subject.id], fields: ['name'] } as const;
    const audit = [
      { ...entry, reason: 'disclosure', recipients: ['partner', 'Brackenfield duty desk'] },
    ];
    if (isDisclosed) await store.commit({ changes: [], reason: 'disclosure', audit });
    app.router.go({ name: 'detail', subject: subject.id, detail: 'name', act: 'correct' });
    const box = await screen.findByLabelText('Name', { selector: 'input' });
    fireEvent.input(box, { target: { value: 'Petra Lindkvist' } });
    return shown;
  }

  it('offers to tell who received it, where it is said to be kept', async () => {
    const { store, app, subject, services } = await corrected(true);
    await tellsAndSaves();
    const offer = within(await screen.findByText(/You must tell them/));
    fireEvent.click(offer.getByRole('button', { name: 'Tell people about a correction' }));
    await waitFor(() =>
      expect(app.router.route.value).toEqual({ name: 'correction', subject: subject.id }),
    );
    await screen.findByText(/Corrected since: Name/);
    await presses('Save the notice');
    await screen.findByText('Nobody else has to be told.');
    // The notice has not left yet, so the green button is not the one that says it has.
    const isGreen = (name: string) =>
      !screen.getByRole('button', { name }).classList.contains('govuk-button--secondary');
    expect(isGreen('Copy or save the notice Brackenfield duty desk')).toBe(true);
    expect(isGreen('Record that they were told today Brackenfield duty desk')).toBe(false);
    await presses('Copy or save the notice Brackenfield duty desk');
    const out = await screen.findByRole('form', { name: 'Copy or save the notice' });
    for (const [label, value] of [
      ['Where is it going?', 'partner'],
      ['Why is it disclosed?', 'disclosure'],
    ] as const)
      fireEvent.change(within(out).getByLabelText(label), { target: { value } });
    types(/^Who receives it/, 'Brackenfield duty desk');
    fireEvent.click(within(out).getByRole('button', { name: 'Save as text' }));
    await screen.findByText('The notice was saved and the disclosure logged');
    const [notice] = await store.query('correctionNotice');
    expect(services.downloads.map(({ content }) => content)).toEqual([notice?.value.words]);
    expect(await store.audit()).toContainEqual(
      expect.objectContaining({ action: 'disclosure', records: [notice?.id] }),
    );
    await presses('Record that they were told today Brackenfield duty desk');
    await screen.findByText('Told on 24 November 2026');
    expect(await store.query('correctionNotice')).toMatchObject([
      { value: { about: subject.id, recipient: 'Brackenfield duty desk', toldOn: '2026-11-24' } },
    ]);
  });

  it('offers nothing where nobody was given it', async () => {
    await corrected(false);
    await tellsAndSaves();
    expect(screen.queryByText(/You must tell them/)).toBeNull();
  });
});
