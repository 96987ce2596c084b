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
