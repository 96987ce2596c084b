/** The browser behind the keeper and its clients: the one file here that names `chrome`. */
import type { StorageArea } from '../../vault/area.js';
import { answerRelay, relayedArea, relayedManaged } from '../desk/storage-relay.js';
import { serveCount, tellCount } from '../desk/toolbar-count.js';
import { tellPolicyChanged } from '../policy-changed.js';

/** WXT's place for the keeper's page. */
const KEEPER_PAGE = 'keeper.html';

/** `storage.local`, on pages that may use it. */
export function localArea(): StorageArea {
  return {
    get: async (key) => (await chrome.storage.local.get(key))[key],
    set: (key, value) => chrome.storage.local.set({ [key]: value }),
    remove: (key) => chrome.storage.local.remove(key),
  };
}

/** `storage.local` through the service worker, for the offscreen document. */
export function areaByRelay(): StorageArea {
  return relayedArea((ask) => chrome.runtime.sendMessage(ask));
}

/** The settings of the force's policy, on pages that may read it. Firefox refuses when there is no policy. */
export function localManaged(): Promise<unknown> {
  return chrome.storage.managed.get().catch(() => ({}));
}

/** The same for the offscreen document. */
export function managedByRelay(): () => Promise<unknown> {
  return relayedManaged((ask) => chrome.runtime.sendMessage(ask));
}

/** For the service worker, called as it starts: serves the keeper's `storage.local`, and tells it when the policy changes. */
export function serveStorage(): void {
  const area = localArea();
  // Content scripts may read `storage.local` by default; Firefox has no such switch.
  void chrome.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  const keeper = { id: chrome.runtime.id, url: chrome.runtime.getURL(KEEPER_PAGE) };
  chrome.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const reply = answerRelay(message, sender, keeper, area, localManaged);
    if (reply === undefined) return false;
    void reply.then(respond);
    return true;
  });
  chrome.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') tellPolicyChanged();
  });
}

/** For the page that keeps the vault: sends the count for the toolbar button to the service worker. */
export function countOnToolbar(): (count: number | undefined) => void {
  return tellCount((message) => chrome.runtime.sendMessage(message));
}

/** For the service worker, called as it starts: shows the count, and clears it when no page keeps the vault. */
export function serveToolbar(): void {
  serveCount({
    browser: chrome,
    locksHeld: async () =>
      ((await navigator.locks.query()).held ?? []).flatMap(({ name = [] }) => name),
  });
}

let creating: Promise<void> | undefined;

/**
 * Chromium: opens the offscreen document unless it is there. Two pages may ask at once; one of them is then rightly
 * refused.
 */
export async function ensureOffscreen(): Promise<void> {
  if (await hasOffscreen()) return;
  creating ??= chrome.offscreen
    .createDocument({
      url: KEEPER_PAGE,
      reasons: [chrome.offscreen.Reason.WORKERS],
      justification:
        'Keeps the sealed records open while the panel is closed, and derives keys in a worker',
    })
    .catch(async (error: unknown) => {
      if (!(await hasOffscreen())) throw error;
    })
    .finally(() => {
      creating = undefined;
    });
  await creating;
}

async function hasOffscreen(): Promise<boolean> {
  const contexts = await chrome.runtime.getContexts({
    contextTypes: [chrome.runtime.ContextType.OFFSCREEN_DOCUMENT],
  });
  return contexts.length > 0;
}
