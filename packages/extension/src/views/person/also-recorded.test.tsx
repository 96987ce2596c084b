// @vitest-environment happy-dom
/** A second date of birth is removed with its reason, or becomes the recorded one, from the person’s details. */
import type { PlainDate } from '@cyber-prevent/core';
import { buildId, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { showShell } from '../../testing/show-shell.js';

const LOADS = { timeout: 5000 };
beforeAll(
  () => Promise.all([import('../subject/subject-view.js'), import('./detail-view.js')]),
  60_000,
);
afterEach(cleanup);

const BORN = '2013-03-14';
const SECOND = '2011-09-02' as PlainDate;
const NOTED = '2026-11-20' as PlainDate;
const TOBIAS = buildSubject({
  name: 'Tobias Wren',
  bornOn: BORN,
  alsoRecorded: [
    { what: 'sexRecorded', value: 'M', notedOn: NOTED },
    { what: 'bornOn', date: SECOND, notedOn: NOTED },
  ],
});

/** Opens the details, and presses the link under the second value. */
async function presses(link: string, ...others: readonly (typeof TOBIAS)[]) {
  const shown = await showShell({ start: { name: 'settings' } });
  const { store } = shown.services;
  const changes = [TOBIAS, ...others].map((each) => newRecord('subject', each));
  await store.commit({ changes, reason: 'case-work' });
  shown.app.router.go({ name: 'subject', subject: TOBIAS.id, section: 'details' });
  const name = new RegExp(`^${link}.*recorded differently elsewhere 2`);
  fireEvent.click(await screen.findByRole('button', { name }, LOADS));
  await screen.findByRole('group', { name: /^How you know/ }, LOADS);
  return { ...shown, store, subject: async () => (await store.get('subject', TOBIAS.id))?.value };
}

function saysHow(): void {
  const how = screen.getByRole('group', { name: /^How you know/ });
  const [first] = within(how).getAllByRole('radio');
  if (first) fireEvent.click(first);
  for (const [label, value] of [
    [/^How you learned it/, 'Telephone call'],
    [/^Who told you/, 'Ottilie Brandt'],
    [/^Day/, '24'],
    [/^Month/, '11'],
    [/^Year/, '2026'],
    [/^Time/, '09:00'],
  ] as const)
    fireEvent.input(screen.getByLabelText(label), { target: { value } });
}

const saves = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('a date of birth that is recorded differently elsewhere', () => {
  it('is said right below the date of birth, and offers nothing else there', async () => {
    const { services, app } = await showShell({ start: { name: 'settings' } });
    await services.store.commit({ changes: [newRecord('subject', TOBIAS)], reason: 'case-work' });
    app.router.go({ name: 'subject', subject: TOBIAS.id, section: 'details' });
    const born = await screen.findByText('Date of birth', { selector: 'dt' }, LOADS);
    const below = born.closest('.govuk-summary-list__row')?.nextElementSibling as HTMLElement;
    expect(below.querySelector('dt')?.textContent).toBe('Recorded differently elsewhere');
    expect(below.textContent).toContain('2 September 2011');
    expect(within(below).queryByRole('button', { name: /^Add/ })).toBeNull();
    expect(screen.getAllByText('Recorded differently elsewhere')).toHaveLength(1);
  });

  it('is removed with the reason, and nothing else', async () => {
    const { store, subject } = await presses('Mark as out of date');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain(
      'Remove the date of birth 2 September 2011',
    );
    const save = 'Remove the date of birth 2 September 2011 for Tobias Wren';
    saysHow();
    saves(save);
    await screen.findAllByText('Enter why it is not correct', {}, LOADS);
    expect((await subject())?.alsoRecorded).toHaveLength(2);
    const why = screen.getByLabelText('Why it is not correct');
    fireEvent.input(why, { target: { value: 'It is the other Tobias’s.' } });
    saves(save);
    await waitFor(async () => expect((await subject())?.alsoRecorded).toHaveLength(1), LOADS);
    expect(await subject()).toMatchObject({
      bornOn: BORN,
      alsoRecorded: [{ what: 'sexRecorded' }],
    });
    const history = JSON.stringify(await store.history(TOBIAS.id));
    expect(history).toContain('It is the other Tobias’s.');
  });

  it('becomes the recorded one, and the earlier stays beside it', async () => {
    const { subject } = await presses('Use this one instead');
    expect(screen.getByText(/The date of birth that is recorded now/).textContent).toContain(
      '14 March 2013',
    );
    saysHow();
    saves(/^Use 2 September 2011 as the date of birth for Tobias Wren/);
    await waitFor(async () => expect((await subject())?.bornOn).toBe(SECOND), LOADS);
    expect((await subject())?.alsoRecorded).toMatchObject([
      { what: 'sexRecorded', value: 'M' },
      { what: 'bornOn', date: BORN },
    ]);
  });

  it('makes the person like somebody else on record only once the officer has said which is meant', async () => {
    const namesake = buildSubject({ name: 'Tobias Wren', bornOn: SECOND, id: buildId() });
    const { store, subject } = await presses('Use this one instead', namesake);
    const save = /^Use 2 September 2011 as the date of birth for Tobias Wren/;
    saysHow();
    saves(save);
    await screen.findByRole('heading', { name: /^Are you on the right record/ }, LOADS);
    expect((await subject())?.bornOn).toBe(BORN);
    fireEvent.click(screen.getByRole('button', { name: 'Yes, save it on this record' }));
    await waitFor(async () => expect((await subject())?.bornOn).toBe(SECOND), LOADS);
    const answered = (await store.audit()).filter(({ doubts }) => doubts);
    expect(answered).toMatchObject([{ records: [TOBIAS.id], doubts: ['another-matches'] }]);
  });

  it('that somebody removed meanwhile is not taken for the one that moved up', async () => {
    const { store, subject } = await presses('Mark as out of date');
    const held = await store.get('subject', TOBIAS.id);
    const [, second] = TOBIAS.alsoRecorded ?? [];
    const third = { what: 'name', value: 'T. Wren', notedOn: NOTED } as const;
    const alsoRecorded = [third, second && { ...second, date: '2012-01-01' as PlainDate }];
    await store.commit({
      changes: [
        {
          kind: 'subject',
          record: TOBIAS.id,
          parents: held?.heads ?? [],
          set: { alsoRecorded: alsoRecorded.flatMap((each) => each ?? []) },
        },
      ],
      reason: 'correction',
    });
    const why = screen.getByLabelText('Why it is not correct');
    fireEvent.input(why, { target: { value: 'Typed wrong' } });
    saysHow();
    saves('Remove the date of birth 2 September 2011 for Tobias Wren');
    await screen.findAllByRole('alert', {}, LOADS);
    expect((await subject())?.alsoRecorded).toHaveLength(2);
  });
});
