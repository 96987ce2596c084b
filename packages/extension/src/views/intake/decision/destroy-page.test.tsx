// @vitest-environment happy-dom
/** The page that destroys: every date of birth, each thing that goes, and the unfinished work about the person. */
import type { PlainDate } from '@cyber-prevent/core';
import {
  buildIntervention,
  buildReferral,
  buildSubject,
  endCase,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { draftOf } from '../../../testing/draft-under-test.js';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('../../keeping/ending/dispose-view.js'), 60_000);
afterEach(cleanup);

const TODAY = '2026-11-24' as PlainDate;

/** A closed and reviewed case with work begun about the person and about others, on the page that destroys it. */
async function destroying(reference: string | undefined = 'CP-0042') {
  const shown = await showShell({ start: { name: 'today' } });
  const { store, work } = shown.services;
  const subject = buildSubject({
    name: 'Rowan Vael',
    bornOn: '2010-05-02',
    alsoRecorded: [{ what: 'bornOn', date: '2009-05-02', notedOn: TODAY }],
  } as never);
  const other = buildSubject({ name: 'Wren Elm' });
  const talk = buildIntervention({ subjectId: subject.id, heldOn: '2026-10-12', minutes: 40 });
  const referral = buildReferral({ subjectId: subject.id, reference: reference || undefined });
  await store.commit({
    changes: [
      newRecord('subject', subject),
      newRecord('subject', other),
      newRecord('referral', referral),
      newRecord('intervention', talk),
    ],
    reason: 'case-work',
  });
  await endCase(store, subject.id, TODAY);
  const keep = (key: string, value: unknown) => work.save(key, value, 0);
  await keep(`intervention/${subject.id}`, { note: 'Half typed' });
  await keep(`intervention/${other.id}`, { note: 'Nothing of anybody else' });
  await keep('told', { said: '"Rowan\nVael" was there' });
  await keep('draft', draftOf({ label: 'Full name', value: 'VAEL, Rowan', owner: ['Subject'] }));
  await keep('paste', { text: 'Wren Elm rang' });
  shown.app.router.go({ name: 'dispose', subject: subject.id });
  await screen.findByRole('heading', {
    level: 1,
    name: 'Destroy everything held about Rowan Vael?',
  });
  return { ...shown, store, work, subject };
}
const main = () => screen.getByRole('main').textContent ?? '';
const perhaps = () => screen.queryByText(/^This unfinished work may be about Rowan Vael/);

it('shows every date of birth on record', async () => {
  await destroying();
  expect(main()).toContain('Recorded as born on 2 May 2010 or 2 May 2009');
});

it('asks for the name of somebody without a reference, and gives no made-up code for one', async () => {
  await destroying('');
  const row = (await screen.findByText('Reference')).parentElement;
  expect(row?.textContent).toBe('ReferenceNot recorded');
  expect(screen.getByLabelText('Name to confirm')).toBeTruthy();
  expect(main()).toContain('To confirm, enter Rowan Vael');
});

it('names each thing that goes, by its day', async () => {
  await destroying();
  const list = await screen.findByRole('region', { name: 'Will be destroyed' });
  expect(list.textContent).toMatch(/Intervention: 1\s*12 October 2026: .*40 minutes/);
  expect(list.textContent).toContain('CP-0042');
});

it('says which unfinished work goes with it, and which may be about the person, and of no other', async () => {
  const { work } = await destroying();
  await waitFor(() => expect(perhaps()).not.toBeNull());
  await waitFor(() =>
    expect(main()).toMatch(/is destroyed with it:\s*Log an intervention for Rowan Vael\. Begun/),
  );
  const looked = () =>
    screen
      .getAllByRole('button', { name: /^Discard / })
      .map(({ textContent }) => /^Discard (.*)\. Begun/.exec(textContent ?? '')?.[1]);
  // First words are said once every name is known.
  await waitFor(() =>
    expect(looked().toSorted()).toEqual([
      expect.stringMatching(/^Capture for Rowan VAEL/),
      expect.stringMatching(/^What you were told: /),
    ]),
  );
  for (const left of ['What you were told', 'Capture for Rowan VAEL']) {
    fireEvent.click(await screen.findByRole('button', { name: new RegExp(`^Discard ${left}`) }));
    fireEvent.click(await screen.findByRole('button', { name: 'Discard' }));
    await screen.findByText(new RegExp(`^Discarded: ${left}`));
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: new RegExp(`^Discard ${left}`) })).toBeNull(),
    );
  }
  expect(perhaps()).toBeNull();
  expect(await work.keys()).not.toContain('draft');
  expect(await work.keys()).toContain('paste');
});

it('opens what may be about the person, and destroys nothing by it', async () => {
  const { app, store, subject } = await destroying();
  fireEvent.click(await screen.findByRole('button', { name: /^Look at it Capture/ }));
  await waitFor(() => expect(app.router.route.value.name).toBe('review'));
  expect(await store.get('subject', subject.id)).toBeDefined();
});

it('discards nothing before the officer has said so once more', async () => {
  const { work } = await destroying();
  fireEvent.click(await screen.findByRole('button', { name: /^Discard Capture/ }));
  await screen.findByRole('heading', { name: /^Discard this draft\? Capture for Rowan VAEL/ });
  expect(screen.getByText(/^Begun on .*cannot be brought back/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Keep it' }));
  await screen.findByRole('button', { name: /^Discard Capture/ });
  expect(await work.keys()).toContain('draft');
});

it('names a namesake’s unfinished capture by its date of birth, and the person by both of theirs', async () => {
  const { store, work } = await destroying();
  const namesake = buildSubject({ name: 'Rowan Vael', bornOn: '2012-07-09' });
  await store.commit({ changes: [newRecord('subject', namesake)], reason: 'case-work' });
  const capture = draftOf(
    { label: 'Full name', value: 'Rowan Vael', owner: ['Subject'] },
    { label: 'Date of birth', value: '9 July 2012', owner: ['Subject'] },
  );
  work.fromElsewhere('draft', capture);
  await screen.findByRole('button', { name: /^Discard Capture for Rowan Vael.*born 9 July 2012/ });
  await screen.findByRole('heading', {
    level: 1,
    name: 'Destroy everything held about Rowan Vael, 2 dates of birth?',
  });
});
