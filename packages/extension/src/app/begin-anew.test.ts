import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { memoryServices, OPEN, TEST_OFFICER } from '../testing/memory-services.js';
import { makeApp } from './app.js';
import type { Reload, Taken } from './begin-anew.js';

const locked = { name: 'locked', kinds: ['practice', 'live'] } as const;

async function start(taken?: Taken, state: Parameters<typeof memoryServices>[0] = {}) {
  const services = await memoryServices(state);
  const begin = vi.fn<Reload['begin']>(async () => undefined);
  const screens = { note: { view: () => null }, subjects: { view: () => null } };
  const app = makeApp(services, {
    surface: 'workspace',
    screens,
    settingsPlace: { get: async () => undefined, set: async () => undefined },
    reload: { taken, begin },
  });
  return { services, app, begin };
}

describe('a page', () => {
  it('begins anew at a lock, when what was typed is put away, and takes along ids alone', async () => {
    const { services, app, begin } = await start();
    const typed = signal('');
    app.unfinished.open('note', typed);
    typed.value = 'Half of a note';
    app.router.go({ name: 'note' });
    await services.vault.lock();
    await vi.waitFor(() =>
      expect(begin).toHaveBeenCalledExactlyOnceWith({
        route: { name: 'note' },
        kind: 'practice',
        isBlank: false,
        lastSave: undefined,
      }),
    );
    expect(app.isLeaving.value).toBe(true);
    services.setVault(OPEN);
    expect((await services.work.load('note'))?.value).toBe('Half of a note');
  });

  it('stays while something that was typed could not be put away, and keeps it', async () => {
    const { services, app, begin } = await start();
    const typed = signal('');
    app.unfinished.open('note', typed);
    typed.value = 'Half of a note';
    // Locked without notice, as when the keeper died.
    services.setVault(locked);
    await vi.waitFor(() => expect(app.isLeaving.value).toBe(false));
    expect(begin).not.toHaveBeenCalled();
    services.setVault(OPEN);
    await vi.waitFor(async () =>
      expect((await services.work.load('note'))?.value).toBe('Half of a note'),
    );
    await services.vault.lock();
    await vi.waitFor(() => expect(begin).toHaveBeenCalledOnce());
  });

  it('stays while a recovery key has not been seen', async () => {
    const { services, app, begin } = await start();
    app.session.settingUp.value = ['live'];
    services.setVault(locked);
    await app.unfinished.flushAll();
    expect(app.isLeaving.value).toBe(false);
    expect(begin).not.toHaveBeenCalled();
  });

  it('goes on where the one before was, blank if that was, and not in another vault', async () => {
    const taken: Taken = { route: { name: 'note' }, kind: 'practice', isBlank: true };
    const same = await start(taken, { state: locked });
    expect(same.app.session.isBlank.value).toBe(true);
    same.services.setVault(OPEN);
    expect(same.app.session.isBlank.value).toBe(false);
    expect(same.app.router.route.value).toEqual({ name: 'note' });
    const other = await start(taken, { state: locked });
    other.services.setVault({ name: 'open', kind: 'live', officer: TEST_OFFICER });
    expect(other.app.router.route.value).toEqual({ name: 'today' });
  });
});
