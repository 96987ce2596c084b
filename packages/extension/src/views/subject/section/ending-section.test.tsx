// @vitest-environment happy-dom
import { buildHold, buildRecord, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

const SUBJECT = buildSubject({ name: 'Petra Lindqvist', categories: [] });
const HOLD = buildHold({ subjectId: SUBJECT.id });
const CLOSED = newRecord(
  'decision',
  buildRecord('decision', {
    subjectId: SUBJECT.id,
    outcome: 'close',
    closureReason: 'completed',
    decidedOn: '2026-11-24',
  }),
);

async function keeping(...more: readonly ReturnType<typeof newRecord>[]) {
  const { services, app } = await showShell({ start: { name: 'safeguarding' } });
  await services.store.commit({
    changes: [newRecord('subject', SUBJECT), CLOSED, ...more],
    reason: 'case-work',
  });
  app.router.go({ name: 'subject', subject: SUBJECT.id, section: 'keeping' });
  const section = within(await screen.findByRole('region', { name: 'Closing and keeping' }));
  await section.findByRole('button', { name: 'Review or choose the group' });
  return { app, section };
}

it('says before it is pressed that a hold stops the disposal, and leads to the hold', async () => {
  const { app, section } = await keeping(newRecord('hold', HOLD));
  section.getByText(/You cannot dispose of the case now. A hold is in place/);
  expect(section.queryByRole('button', { name: 'Dispose of the case' })).toBeNull();
  fireEvent.click(section.getByRole('button', { name: 'Review the hold' }));
  expect(app.router.route.value).toEqual({ name: 'hold', subject: SUBJECT.id, hold: HOLD.id });
});

it('offers the disposal of a closed case that nothing is known to stop', async () => {
  const { section } = await keeping();
  section.getByRole('button', { name: 'Dispose of the case' });
  expect(section.queryByText(/You cannot dispose of the case now/)).toBeNull();
});

it('never says that somebody is not suspected where nobody chose a group', async () => {
  const { section } = await keeping();
  await section.findByText(/^No group chosen: kept as “Not suspected of an offence” until/);
});
