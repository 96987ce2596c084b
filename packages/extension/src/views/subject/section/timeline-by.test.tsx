// @vitest-environment happy-dom
import { buildIntervention, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, screen, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { TEST_OFFICER } from '../../../testing/memory-services.js';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

it('names the officer who recorded a contact', async () => {
  const subject = buildSubject({ name: 'Kit Vale' });
  const contact = buildIntervention({ subjectId: subject.id });
  const { services, app } = await showShell({ start: { name: 'safeguarding' } });
  await services.store.commit({
    changes: [newRecord('subject', subject), newRecord('intervention', contact)],
    reason: 'case-work',
  });
  app.router.go({ name: 'subject', subject: subject.id, section: 'timeline' });
  const table = await screen.findByRole('table', { name: /What happened, by date/ });
  within(table).getAllByText(new RegExp(`^Recorded by ${TEST_OFFICER.name} on `));
  expect(within(table).queryByText(/Recorded by an officer/)).toBeNull();
});
