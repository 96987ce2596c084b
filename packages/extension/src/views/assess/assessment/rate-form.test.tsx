// @vitest-environment happy-dom
/** A rating made alone: an error leads to an item that is on the screen. */
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('./rating-view.js'), 60_000);
afterEach(cleanup);

const LOADS = { timeout: 20_000 };
const press = async (name: string) =>
  fireEvent.click(await screen.findByRole('button', { name }, LOADS));

it('leads from an empty rating to the first item in sight, in the list and one at a time', async () => {
  const { app, services } = await showShell({ start: { name: 'settings' } });
  const subject = buildSubject({ name: 'Petra Lindqvist', bornOn: '2012-03-14' });
  await services.store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
  app.router.go({ name: 'rating', subject: subject.id });
  await press('Use Impact scale');
  const leadsTo = async () => {
    await press('Commit to this rating');
    await press('Answer at least one item. Not known is an answer too.');
    return document.activeElement?.closest('fieldset');
  };
  expect(await leadsTo()).toBe(await screen.findByRole('group', { name: 'Impact on a person' }));
  await press('Show one item at a time');
  await press('Next item');
  const shown = screen.getByRole('group', { name: 'Impact on a school or college' });
  expect(await leadsTo()).toBe(shown);
  expect(within(shown).getAllByRole('radio')[0]).toBe(document.activeElement);
});
