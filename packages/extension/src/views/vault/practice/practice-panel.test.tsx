// @vitest-environment happy-dom
/** One press fills a practice vault, one press empties it, and the screen says before how much goes. */
import { buildIntervention, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { memoryServices, OPEN, TEST_OFFICER } from '../../../testing/memory-services.js';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('../settings/settings-view.js'), 60_000);
afterEach(cleanup);

const start = { name: 'settings', section: 'practice' } as const;
const FILL = 'Fill the vault with fictional people';
const REMOVE = 'Remove the fictional people';
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const says = (words: RegExp) => screen.findByText(words, {}, { timeout: 60_000 });

it('fills the vault with one press, and says how far it has come', async () => {
  const services = await memoryServices();
  await showShell({ start, services });
  await says(/40 fictional people\. Their cases are in every state/);
  await press(FILL);
  await says(/Filling the vault: \d+ of 40 people/);
  await says(/The vault has 40 fictional people\./);
  expect(await services.store.query('subject')).toHaveLength(40);
  expect(screen.queryByRole('button', { name: FILL })).toBeNull();
});

it('says how much goes, and leaves the people whom the officer worked on unless told', async () => {
  const services = await memoryServices();
  await showShell({ start, services });
  await press(FILL);
  await says(/The vault has 40 fictional people\./);
  const [person] = await services.store.query('subject', { name: 'Marek Zielonka' as never });
  const contact = buildIntervention({ subjectId: person?.id ?? '' });
  await services.store.commit({
    changes: [newRecord('intervention', contact)],
    reason: 'case-work',
  });
  cleanup();

  await showShell({ start, services });
  await says(/This destroys \d+ records about 39 fictional people\. It cannot be undone\./);
  await says(/You have worked on 1 of them since/);
  await press(REMOVE);
  await says(/You removed 39 fictional people, with \d+ records\./);
  await says(/You have worked on all of these people, so they stay\./);
  expect((await services.store.query('subject')).map(({ id }) => id)).toEqual([person?.id]);

  fireEvent.click(screen.getByRole('checkbox', { name: 'Remove these too, with what you added' }));
  await press(REMOVE);
  await says(/You removed 1 fictional person, with/);
  expect(await services.store.query('intervention')).toEqual([]);
});

it('can be tried again when the vault gave no answer', async () => {
  const services = await memoryServices();
  await showShell({ start, services });
  services.failNext('practice-fill', new Error('gone'));
  await press(FILL);
  await screen.findByText(/Not all of the people could be added\. Try again/);
  await press(FILL);
  await says(/The vault has 40 fictional people\./);
  expect(await services.store.query('subject')).toHaveLength(40);
});

it('is offered in no vault for real work', async () => {
  const services = await memoryServices({
    state: { ...OPEN, kind: 'live', officer: TEST_OFFICER } as typeof OPEN,
  });
  await showShell({ start: { name: 'settings', section: 'lock' }, services });
  await screen.findByRole('heading', { level: 1, name: 'When the vault locks' });
  await waitFor(() => expect(screen.getByRole('navigation', { name: 'Settings' })).toBeTruthy());
  expect(screen.queryByRole('button', { name: 'People to practise with' })).toBeNull();
});
