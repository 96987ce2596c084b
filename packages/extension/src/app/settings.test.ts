import { expect, it, vi } from 'vitest';
import { makeSettings } from './settings.js';

const placeOf = (kept: unknown) => ({ get: async () => kept, set: vi.fn(async () => undefined) });

it('starts as shipped, and takes over what was kept', async () => {
  const { settings } = makeSettings(placeOf({ concernKey: 'F9', singleKeys: false }));
  expect(settings.value.concernKey).toBe('F8');
  await vi.waitFor(() => expect(settings.value).toEqual({ concernKey: 'F9', singleKeys: false }));
});

it.each([undefined, 'F9', { concernKey: 'x', singleKeys: true }])(
  'keeps to what is shipped when %j is there',
  async (kept) => {
    const { settings } = makeSettings(placeOf(kept));
    await Promise.resolve();
    expect(settings.value).toEqual({ concernKey: 'F8', singleKeys: true });
  },
);

it('does not lose a change to what comes in late', async () => {
  const place = placeOf({ concernKey: 'F9', singleKeys: true });
  const store = makeSettings(place);
  store.change({ concernKey: 'F2' });
  await Promise.resolve();
  expect(store.settings.value.concernKey).toBe('F2');
  expect(place.set).toHaveBeenCalledExactlyOnceWith('cp-settings', {
    concernKey: 'F2',
    singleKeys: true,
  });
});
