// @vitest-environment happy-dom
/** A search that has not answered yet, or cannot: nobody is said not to be on record. */
import { buildOnlineIdentifier, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(
  () => Promise.all([import('../subjects-view.js'), import('../../shell/palette/palette.js')]),
  60_000,
);
afterEach(cleanup);

const WREN = buildSubject({ name: 'Wren Moss', emails: [] });
const HANDLE = buildOnlineIdentifier({ subjectId: WREN.id, asSeen: 'sinister_99' });

async function shows(start: 'subjects' | 'settings') {
  const shown = await showShell({ start: { name: start } });
  await shown.services.store.commit({
    changes: [newRecord('subject', WREN), newRecord('onlineIdentifier', HANDLE)],
    reason: 'referral',
  });
  return shown;
}

describe('a list', () => {
  const look = (text: string) =>
    fireEvent.input(screen.getByLabelText('Find a subject'), { target: { value: text } });

  it('says that it is still looking, and not that nothing matches', async () => {
    const { services } = await shows('subjects');
    await screen.findByText('Wren Moss');
    const release = services.holdNext('find');
    look('sinister');
    await screen.findByText(/Still looking by handle/);
    expect(screen.queryByText(/Nothing here matches/)).toBeNull();
    release();
    await screen.findByRole('rowheader', { name: /Wren Moss/ });
    expect(screen.queryByText(/Still looking/)).toBeNull();
  });

  it('says what was not searched, and why', async () => {
    const { services } = await shows('subjects');
    await screen.findByText('Wren Moss');
    services.failNext('find', new Error('The index is torn'));
    look('sinister');
    await screen.findByText(/Only names and references were searched.*torn/);
    look('siniste');
    await screen.findByRole('rowheader', { name: /Wren Moss/ });
    expect(screen.queryByText(/Only names and references/)).toBeNull();
  });

  it('asks for the last of what was typed while a search ran, and for nothing between', async () => {
    const { services } = await shows('subjects');
    await screen.findByText('Wren Moss');
    const release = services.holdNext('find');
    look('w');
    await screen.findByText(/Still looking by handle/);
    services.failNext('find', new Error('The index is torn'));
    look('wr');
    look('sinister');
    release();
    await screen.findByText(/Only names and references were searched.*torn/);
  });
});

describe('the palette', () => {
  const types = async (value: string): Promise<void> => {
    await screen.findByRole('heading', { level: 1 });
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    const box = await screen.findByRole('combobox', { name: 'What do you want to open or do?' });
    fireEvent.input(box, { target: { value } });
  };

  it('says that it is looking, and not that nothing matches', async () => {
    const { services } = await shows('settings');
    const release = services.holdNext('find');
    await types('sinister_99');
    await screen.findByText('Looking for everyone this could be');
    release();
    await screen.findByRole('option', { name: /Wren Moss/ });
  });

  it('says what was not searched, and Enter still opens who is found by name', async () => {
    const { services, app } = await shows('settings');
    services.failNext('find', new Error('The index is torn'));
    await types('wren moss');
    await screen.findByText(/Only names and references were searched.*torn/);
    await screen.findByRole('option', { name: /Wren Moss/ });
    fireEvent.submit(screen.getByRole('form', { name: 'Go to or do' }));
    await waitFor(() => expect(app.router.route.value).toMatchObject({ subject: WREN.id }));
  });
});
