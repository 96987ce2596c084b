import { expect, it, vi } from 'vitest';
import { browserShortcuts } from './shortcuts.js';

const getAll = async () => [
  { name: '_execute_action', shortcut: 'Alt+Shift+C' },
  { name: 'clip-selection', shortcut: '' },
  { name: 'somebody-elses', shortcut: 'Alt+Z' },
];

it('lists the keys of ours as the browser has them, none where they are taken', async () => {
  const { list } = browserShortcuts({ getAll }, { create: vi.fn() });
  expect(await list()).toEqual([
    { name: 'capture', keys: 'Alt+Shift+C' },
    { name: 'clip', keys: '' },
  ]);
});

it('opens the page where the browser lets them be changed', async () => {
  const create = vi.fn(async () => undefined);
  await browserShortcuts({ getAll }, { create }).change();
  expect(create).toHaveBeenCalledWith({ url: 'chrome://extensions/shortcuts' });

  const openShortcutSettings = vi.fn(async () => undefined);
  await browserShortcuts({ getAll, openShortcutSettings }, { create }).change();
  expect(openShortcutSettings).toHaveBeenCalledOnce();
  expect(create).toHaveBeenCalledOnce();
});
