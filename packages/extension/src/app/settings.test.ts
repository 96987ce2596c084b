import { expect, it, vi } from 'vitest';
import { makeSettings, minutesToLock, readSettings, type SettingsPlace } from './settings.js';

const placeOf = (kept: unknown) => ({ get: async () => kept, set: vi.fn(async () => undefined) });
const shipped = {
  keys: {},
  singleKeys: true,
  lockMinutes: 10,
  visitView: false,
  backupAskedOn: '',
};

it('starts as shipped, and takes over what was kept', async () => {
  const kept = { keys: { concern: 'F2' }, singleKeys: false, lockMinutes: 2 };
  const { settings } = makeSettings(placeOf(kept));
  expect(settings.value).toEqual(shipped);
  await vi.waitFor(() => expect(settings.value).toEqual({ ...shipped, ...kept }));
});

it.each([
  undefined,
  null,
  'F9',
  { concernKey: 'x', singleKeys: true },
  { keys: { concern: 'x' } },
  { keys: { palette: 'g t' } },
  { keys: { take: 'Ctrl+W' } },
  { keys: { concern: 'F9' } },
  { keys: { take: 'F8' } },
  { keys: { concern: 'F2', today: 'F2' } },
  { keys: 'F9' },
  { lockMinutes: 600 },
  { lockMinutes: 0 },
  { concernKey: 'F9' },
])('keeps to what is shipped when %j is there', async (kept) => {
  const { settings } = makeSettings(placeOf(kept));
  await Promise.resolve();
  expect(settings.value).toEqual(shipped);
});

it('takes over the keys of a release that had no table of keys', () => {
  expect(readSettings({ concernKey: 'F2', blankKey: 'F4' })).toEqual({
    ...shipped,
    keys: { concern: 'F2', blank: 'F4' },
  });
});

it('does not lose a change to what comes in late', async () => {
  const place = placeOf({ ...shipped, keys: { concern: 'F4' } });
  const store = makeSettings(place);
  store.change({ keys: { concern: 'F2' } });
  await Promise.resolve();
  expect(store.settings.value.keys).toEqual({ concern: 'F2' });
  expect(place.set).toHaveBeenCalledExactlyOnceWith('cp-settings', {
    ...shipped,
    keys: { concern: 'F2' },
  });
});

/** One place that two windows share, as `storage.local`. */
function sharedPlace(): SettingsPlace {
  let kept: unknown;
  const listeners: ((kept: unknown) => void)[] = [];
  return {
    get: async () => kept,
    async set(_, value) {
      kept = value;
      for (const listener of listeners) listener(value);
    },
    follow: (_, listener) => void listeners.push(listener),
  };
}

it('covers every window once a visit view is on in one, and undoes in none what another changed', async () => {
  const place = sharedPlace();
  const [one, other] = [makeSettings(place), makeSettings(place)];
  await vi.waitFor(() => expect(other.isRead.value).toBe(true));
  one.change({ visitView: true });
  expect(other.settings.value.visitView).toBe(true);
  other.change({ keys: { concern: 'F2' } });
  expect(one.settings.value).toMatchObject({ visitView: true, keys: { concern: 'F2' } });
  const reloaded = makeSettings(place);
  await vi.waitFor(() => expect(reloaded.settings.value.visitView).toBe(true));
  other.change({ visitView: false });
  expect(one.settings.value.visitView).toBe(false);
});

it('locks after the minutes that were chosen, and never later than the policy says', () => {
  const settings = readSettings({ lockMinutes: 5 });
  expect(minutesToLock(settings, undefined)).toBe(5);
  expect(minutesToLock(settings, 3)).toBe(3);
  expect(minutesToLock(settings, 30)).toBe(5);
});

it('locks after ten minutes at most, unless the policy allows more', () => {
  const settings = readSettings({ lockMinutes: 45 });
  expect(minutesToLock(settings, undefined)).toBe(10);
  expect(minutesToLock(settings, 45)).toBe(45);
  expect(minutesToLock(settings, 30)).toBe(30);
});
