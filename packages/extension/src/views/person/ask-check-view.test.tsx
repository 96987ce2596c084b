// @vitest-environment happy-dom
import { buildContactCheck, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../testing/show-shell.js';

beforeAll(() => import('./ask-check-view.js'), 60_000);
afterEach(cleanup);

it('asks for a check under the name that tells the person from another of the name', async () => {
  const { app, services } = await showShell();
  const [first, second] = ['2010-05-02', '2011-06-03'].map((bornOn) =>
    buildSubject({ name: 'Tobias Wren', bornOn }),
  );
  if (!first || !second) throw new RangeError('Two people');
  await services.store.commit({
    changes: [newRecord('subject', first), newRecord('subject', second)],
    reason: 'case-work',
  });
  app.router.go({ name: 'ask-check', subject: second.id });
  await screen.findByRole('button', { name: /Tobias Wren, born 3 June 2011/ });
  const heading = screen.getByRole('heading', { level: 1 });
  expect(heading.parentElement?.textContent).toContain('Tobias Wren, born 3 June 2011');
});

it('lifts a check on a page of its own, never on the one where it is read', async () => {
  const { app, services } = await showShell();
  const subject = buildSubject({ name: 'Tobias Wren' });
  const check = newRecord('contactCheck', buildContactCheck({ subjectId: subject.id }));
  await services.store.commit({
    changes: [newRecord('subject', subject), check],
    reason: 'case-work',
  });
  const standing = async () =>
    (await services.store.query('contactCheck', { subjectId: subject.id })).filter(
      ({ value }) => value.liftedOn === undefined,
    ).length;
  app.router.go({ name: 'ask-check', subject: subject.id });
  await screen.findByRole('button', { name: 'I have read this and will check' });
  fireEvent.click(screen.getByRole('button', { name: 'Lift the check' }));
  await screen.findByRole('heading', { name: /Lift the check before contact/ });
  expect(await standing()).toBe(1);
  expect(screen.queryByRole('button', { name: 'I have read this and will check' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Lift the check for Tobias Wren' }));
  await screen.findByText('The check before contact was lifted: Tobias Wren');
  await waitFor(async () => expect(await standing()).toBe(0));
});

/** Two checks of one person, set on two devices, and the page where both are shown. */
async function twoChecks() {
  const { app, services } = await showShell();
  const subject = buildSubject({ name: 'Tobias Wren' });
  const [first, second] = ['2026-11-02', '2026-11-09'].map((from) =>
    buildContactCheck({ subjectId: subject.id, from }),
  );
  if (!first || !second) throw new RangeError('Two checks');
  await services.store.commit({
    changes: [
      newRecord('subject', subject),
      newRecord('contactCheck', first),
      newRecord('contactCheck', second),
    ],
    reason: 'case-work',
  });
  const lifted = async () =>
    (await services.store.query('contactCheck', { subjectId: subject.id }))
      .filter(({ value }) => value.liftedOn !== undefined)
      .map(({ id }) => id);
  return { app, subject, first, second, lifted };
}

const DAYS = ['2 November 2026', '9 November 2026'];

it.each(DAYS)('lifts of two checks the one that was pressed: %s', async (day) => {
  const { app, subject, first, second, lifted } = await twoChecks();
  app.router.go({ name: 'ask-check', subject: subject.id });
  const name = new RegExp(`^Lift the check\\W+${day}$`);
  fireEvent.click(await screen.findByRole('button', { name }));
  await screen.findByText(new RegExp(`This check has been in place since ${day}`));
  expect(screen.getByText(/Another check stays in place/)).toBeDefined();
  expect(screen.queryByText(/nobody is asked to check/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Lift the check for Tobias Wren' }));
  const pressed = day === DAYS[0] ? first : second;
  await waitFor(async () => expect(await lifted()).toEqual([pressed.id]));
});

it('shows the check still in place to somebody who comes to lift one already lifted', async () => {
  const { app, subject, first, lifted } = await twoChecks();
  app.router.go({ name: 'ask-check', subject: subject.id, lift: first.id });
  fireEvent.click(await screen.findByRole('button', { name: 'Lift the check for Tobias Wren' }));
  await screen.findByText('The check before contact was lifted: Tobias Wren');
  app.router.go({ name: 'ask-check', subject: subject.id, lift: first.id });
  const button = await screen.findByRole('button', { name: 'Lift the check' });
  expect(screen.queryByRole('button', { name: 'Lift the check for Tobias Wren' })).toBeNull();
  fireEvent.click(button);
  await screen.findByText(/since 9 November 2026/);
  expect(await lifted()).toEqual([first.id]);
});
