// @vitest-environment happy-dom
/** The section *Who was told* never says that nobody was while another part, or the log, says otherwise. */
import {
  buildConditionEvidence,
  buildSafeguardingConcern,
  buildSubject,
  buildTelling,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, screen, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { disclose } from '../../../testing/disclosed-under-test.js';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

const ADA = buildSubject({ name: 'Ada Vael' });
const BRAM = buildSubject({ name: 'Bram Tolliver' });
type Kept = ReturnType<typeof newRecord>;

async function told(
  more: readonly Kept[] = [],
  recipients?: readonly string[],
  whose: readonly (typeof ADA)[] = [ADA],
) {
  const { services, app } = await showShell({ start: { name: 'safeguarding' } });
  await services.store.commit({
    changes: [newRecord('subject', ADA), newRecord('subject', BRAM), ...more],
    reason: 'case-work',
  });
  if (recipients)
    await disclose(
      services,
      whose.map(({ id }) => id),
      recipients,
    );
  app.router.go({ name: 'subject', subject: ADA.id, section: 'tellings' });
  return within(await screen.findByRole('region', { name: 'Who was told' }));
}

it('lists what was given out from the log where there is no note of it', async () => {
  const section = await told([], ['school', 'Ottilie Brandt']);
  await section.findByText(/Ottilie Brandt/);
  expect(section.queryByText('None recorded.')).toBeNull();
  section.getByText('Nobody has made a note here.');
});

it('lists nothing that was given out about somebody else', async () => {
  const section = await told([], ['school', 'Ottilie Brandt'], [BRAM]);
  await section.findByText('Nothing has been given out.');
  expect(section.queryByText(/Ottilie Brandt/)).toBeNull();
});

it('points at each part of the page that says who was told, and at no other', async () => {
  const about = { subjectId: ADA.id };
  const section = await told([
    newRecord('safeguardingConcern', buildSafeguardingConcern({ ...about, told: ['police'] })),
    newRecord('safeguardingConcern', buildSafeguardingConcern({ ...about, told: ['nobody-yet'] })),
    newRecord('conditionEvidence', buildConditionEvidence(about)),
    newRecord('telling', buildTelling(about)),
  ]);
  const part = await section.findByRole('button', { name: 'Safeguarding' });
  expect(part.closest('li')?.textContent).toBe('Safeguarding: 1 record says who was told');
  expect(section.queryByRole('button', { name: 'Conditions' })).toBeNull();
  expect(section.queryByText('Nobody has made a note here.')).toBeNull();
});
