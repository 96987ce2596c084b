/** The screen over a reload, and a second window: what is handed over, and when. */
import type { RecordId } from '@cyber-prevent/core';
import { expect, it, vi } from 'vitest';
import { memoryServices, OPEN } from '../testing/memory-services.js';
import { makeApp } from './app.js';
import type { Reload, Taken } from './begin-anew.js';

const subject = '5b1ec700-0000-4000-8000-000000000001' as RecordId;

async function opened(taken?: Taken) {
  const services = await memoryServices();
  const note = vi.fn<NonNullable<Reload['note']>>();
  const openInNewWindow = vi.fn(async (_: Taken) => undefined);
  const app = makeApp(services, {
    surface: 'workspace',
    screens: { note: { view: () => null }, today: { view: () => null } },
    settingsPlace: { get: () => undefined, set: async () => undefined },
    reload: { taken, begin: async () => undefined, note },
    openInNewWindow,
  });
  return { services, app, note, openInNewWindow };
}
const at = (name: 'today' | 'note') => ({
  route: { name },
  kind: 'practice',
  isBlank: false,
  lastSave: undefined,
});

it('notes each screen while the vault is open, for a reload, and none while it is locked', async () => {
  const { services, app, note } = await opened();
  app.router.go({ name: 'note' });
  expect(note.mock.calls).toEqual([[at('today')], [at('note')]]);
  services.setVault({ name: 'locked', kinds: ['practice'] });
  app.router.go({ name: 'today' });
  expect(note).toHaveBeenCalledTimes(2);
  services.setVault(OPEN);
  expect(note).toHaveBeenLastCalledWith(at('today'));
});

it('hands a screen over to a window of its own, and stays where it is', async () => {
  const { services, app, openInNewWindow } = await opened();
  app.openInNewWindow?.({ name: 'subject', subject });
  expect(openInNewWindow).toHaveBeenCalledExactlyOnceWith({
    ...at('today'),
    route: { name: 'subject', subject },
  });
  expect(app.router.route.value).toEqual({ name: 'today' });
  services.setVault({ name: 'locked', kinds: ['practice'] });
  app.openInNewWindow?.({ name: 'subject', subject });
  expect(openInNewWindow).toHaveBeenCalledOnce();
});

it('forgets at a lock the screens before', async () => {
  const { services, app } = await opened({ ...at('note'), kind: 'practice' });
  expect(app.router.route.value).toEqual({ name: 'note' });
  app.router.go({ name: 'today' });
  services.setVault({ name: 'locked', kinds: ['practice'] });
  expect(app.router.reach(1)).toBe(false);
  services.setVault(OPEN);
  expect(app.router.route.value).toEqual({ name: 'today' });
});
