/** The officer's settings in `storage.local`: the keyboard keys, nothing else. */
import type { SettingsPlace } from './settings.js';

export const browserSettings: SettingsPlace = {
  async get(key) {
    const { [key]: kept } = await chrome.storage.local.get(key);
    return kept;
  },
  set: (key, value) => chrome.storage.local.set({ [key]: value }),
  follow: (key, listener) =>
    chrome.storage.local.onChanged.addListener(({ [key]: change }) => {
      if (change) listener(change.newValue);
    }),
};
