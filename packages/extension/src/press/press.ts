/**
 * The officer's press, as this page itself hears it. The same press arrives later through the service worker, which may
 * have to start first: then only listeners that have not taken it are called. That copy is also the one stored until it
 * is used.
 */
import type { GrantedTab } from '../ports/capture-service.js';
import { type Grant, onGrant, usedGrant } from './grant.js';

/** Milliseconds within which a press and the service worker's copy count as one. */
const SAME_MS = 2000;

type Listener = (tab: GrantedTab) => void;

export interface Presses {
  /** @param isQuick - takes a press as soon as it is heard, by looking at the page before it returns */
  subscribe(listener: Listener, isQuick?: boolean): () => void;
  /** Notes that a look at the pressed page has started. */
  taken(tab: GrantedTab): void;
  /** Notes that the look is done, so that the press is not kept for another. */
  used(tab: GrantedTab): Promise<void>;
}

export interface PressPorts {
  readonly clicks: Pick<typeof chrome.action.onClicked, 'addListener'>;
  /** Called with the milliseconds by which the service worker heard a press before this page did. */
  readonly onSooner?: (ms: number) => void;
  readonly grants?: typeof onGrant;
  readonly forget?: typeof usedGrant;
  readonly now?: () => number;
}

interface Heard {
  readonly tabId: number;
  readonly press: number;
  isTaken: boolean;
  isUsed: boolean;
  /** Time of the press according to the service worker. */
  kept?: number;
}

export function hearPresses(windowId: number, ports: PressPorts): Presses {
  const { clicks, onSooner, grants = onGrant, forget = usedGrant, now = Date.now } = ports;
  const listeners = new Map<Listener, boolean>();
  let heard: Heard | undefined;
  let told: Grant | undefined;

  clicks.addListener(({ id: tabId, windowId: pressedIn, url }) => {
    const press = now();
    if (tabId === undefined || pressedIn !== windowId) return;
    const isTold = told?.tabId === tabId && press - told.press < SAME_MS;
    told = undefined;
    if (isTold) return;
    heard = { tabId, press, isTaken: false, isUsed: false };
    const tab = { tabId, windowId, way: 'page', press, ...(url ? { url } : {}) } as const;
    for (const [listener, isQuick] of [...listeners]) if (isQuick) listener(tab);
  });

  grants(windowId, (grant) => {
    const isHeard =
      grant.way === 'page' &&
      heard?.tabId === grant.tabId &&
      heard.kept === undefined &&
      grant.press - heard.press < SAME_MS;
    if (isHeard && heard) {
      heard.kept = grant.press;
      if (grant.press < heard.press) onSooner?.(heard.press - grant.press);
    } else if (grant.way === 'page') told = grant;
    const isTaken = isHeard && heard?.isTaken === true;
    if (isTaken && heard?.isUsed) void forget(windowId, grant.press);
    for (const [listener, isQuick] of [...listeners]) if (!(isTaken && isQuick)) listener(grant);
  });

  return {
    subscribe(listener, isQuick = false) {
      listeners.set(listener, isQuick);
      return () => void listeners.delete(listener);
    },
    taken({ press }) {
      if (heard?.press === press) heard.isTaken = true;
    },
    async used({ press }) {
      if (heard?.press !== press) return forget(windowId, press);
      heard.isUsed = true;
      if (heard.kept !== undefined) await forget(windowId, heard.kept);
    },
  };
}
