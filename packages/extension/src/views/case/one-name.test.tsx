// @vitest-environment happy-dom
/** One person has one name on a screen, and two people of one name are never the same words where one is chosen. */
import type { RecordId } from '@cyber-prevent/core';
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../../app/route.js';
import { showShell } from '../../testing/show-shell.js';

const LOADS = { timeout: 20_000 };
beforeAll(
  () =>
    Promise.all([
      import('./choose/subject-select.js'),
      import('./person-line/person-frame.js'),
      import('../contact/intervention/intervention-view.js'),
      import('../contact/plan/plan-view.js'),
      import('../contact/quick-log/quick-log-view.js'),
      import('../intelligence/note-view.js'),
      import('../keeping/ending/close-view.js'),
      import('../keeping/ending/hold-view.js'),
      import('../subject/act-view.js'),
    ]),
  60_000,
);
afterEach(cleanup);

const ELDER = buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02' });
const YOUNGER = buildSubject({ name: 'Ada Vael', bornOn: '2012-01-09' });
const TWIN = buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02' });

async function opens(route: Route, ...people: readonly ReturnType<typeof buildSubject>[]) {
  const shown = await showShell({ start: { name: 'settings' } });
  await shown.services.store.commit({
    changes: people.map((each) => newRecord('subject', each)),
    reason: 'case-work',
  });
  shown.app.router.go(route);
  return shown;
}

describe('two people of one name', () => {
  it.each<readonly [string, Route, RegExp]>([
    ['a note about nobody yet', { name: 'note' }, /^Subject/],
    ['a handover', { name: 'handover' }, /^Ada Vael/],
    ['an intervention with nobody yet', { name: 'intervention' }, /^Ada Vael/],
  ])('are two choices in words, also twins: %s', async (_, route, label) => {
    await opens(route, ELDER, TWIN);
    await screen.findAllByLabelText(label, {}, LOADS);
    const words = () =>
      [...document.querySelectorAll('option, label')]
        .map(({ textContent }) => textContent ?? '')
        .filter((each) => each.startsWith('Ada Vael'));
    await waitFor(() => expect(words()).toHaveLength(2));
    expect(new Set(words()).size).toBe(2);
  });

  it('are told apart where the person of a form is changed to the other', async () => {
    await opens({ name: 'intervention', subject: ELDER.id }, ELDER, YOUNGER);
    fireEvent.click(await screen.findByRole('button', { name: 'Change person' }, LOADS));
    const choice = await screen.findByLabelText('Who is this about?');
    const other = await within(choice).findByRole('option', { name: /Ada Vael/ });
    expect(other.textContent).toContain('9 January 2012');
  });

  it('are told apart in the rows of the quick log', async () => {
    await opens({ name: 'quick-log' }, ELDER, YOUNGER);
    const box = await screen.findByRole('textbox', { name: 'Who was it with?' }, LOADS);
    fireEvent.input(box, { target: { value: 'ada' } });
    await screen.findByRole('button', { name: /^Ada Vael.*born 2 May 2010/ });
    await screen.findByRole('button', { name: /^Ada Vael.*born 9 January 2012/ });
  });

  it('are told apart in the rows of the quick log by more than a date of birth, which is said once', async () => {
    await opens({ name: 'quick-log' }, ELDER, TWIN);
    const box = await screen.findByRole('textbox', { name: 'Who was it with?' }, LOADS);
    fireEvent.input(box, { target: { value: 'ada' } });
    const rows = await screen.findAllByRole('button', { name: /^Ada Vael/ });
    const words = rows.map(({ textContent }) => textContent ?? '');
    expect(words.map((each) => each.split('born 2 May 2010').length - 1)).toEqual([1, 1]);
    expect(new Set(words).size).toBe(2);
  });
});

describe('a person who is renamed while a form about them is open', () => {
  it.each<readonly [string, (subject: RecordId) => Route]>([
    ['an intervention', (subject) => ({ name: 'intervention', subject })],
    ['a note', (subject) => ({ name: 'note', subject })],
    ['a quick log', (subject) => ({ name: 'quick-log', subject })],
    ['a telling', (subject) => ({ name: 'act', act: 'record-telling', subject })],
    ['a plan', (subject) => ({ name: 'plan', subject, form: 'make' })],
    ['a closing', (subject) => ({ name: 'close-case', subject })],
    ['a hold', (subject) => ({ name: 'hold', subject })],
  ])('has the new name everywhere on the screen: %s', async (_, route) => {
    const { services } = await opens(route(ELDER.id), ELDER);
    const main = screen.getByRole('main');
    await screen.findByRole('button', { name: /^(Cancel|Back to)/ }, LOADS);
    await waitFor(() => expect(main.textContent).toContain('Ada Vael'));
    const held = await services.store.get('subject', ELDER.id);
    await services.store.commit({
      changes: [
        {
          kind: 'subject',
          record: ELDER.id,
          parents: held?.heads ?? [],
          set: { name: 'Ada Tolliver' as never },
        },
      ],
      reason: 'correction',
    });
    await waitFor(() => expect(main.textContent).toContain('Ada Tolliver'));
    await waitFor(() => expect(main.textContent).not.toMatch(/Ada Vael/));
  });
});
