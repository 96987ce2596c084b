/**
 * Locks when the officer leaves: at once on the screen lock, on idleness after the set minutes, after the computer
 * slept, and when the last window closes. The browser's idle event may be missed, so idleness is also checked each
 * minute.
 */

import { minutesToLock, readSettings, SETTINGS_KEY } from '../app/settings.js';
import { IDLE_ALARM } from '../app/watch-idleness.js';
import { localManaged } from '../keeper/client/browser-ports.js';
import { lockKeeper } from '../keeper/lock.js';
import { readPolicy } from '../keeper/policy.js';

const MINUTE_MS = 60_000;

export interface IdlePorts {
  readonly browser: Pick<typeof chrome, 'alarms' | 'idle' | 'storage' | 'windows'>;
  readonly lock: () => void;
  /** The settings of the force's policy. */
  readonly managed: () => Promise<unknown>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Called by the service worker as it starts. */
export function lockOnIdle(ports: Partial<IdlePorts> = {}): void {
  const { browser = chrome, lock = lockKeeper, managed = localManaged, now = Date.now } = ports;
  const minutes = async (): Promise<number> => {
    const { [SETTINGS_KEY]: kept } = await browser.storage.local.get(SETTINGS_KEY);
    return minutesToLock(readSettings(kept), readPolicy(await managed()).lockMinutes);
  };
  const listen = async (): Promise<void> => {
    browser.idle.setDetectionInterval((await minutes()) * 60);
  };
  const gone = (): void => {
    lock();
    void browser.alarms.clear(IDLE_ALARM);
  };

  void listen();
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'managed' || (area === 'local' && SETTINGS_KEY in changes)) void listen();
  });
  browser.idle.onStateChanged.addListener((state) => {
    if (state !== 'active') gone();
  });
  browser.alarms.onAlarm.addListener(async ({ name, scheduledTime }) => {
    if (name !== IDLE_ALARM) return;
    const most = await minutes();
    // The computer slept if an alarm is late by that much.
    const hasSlept = now() - scheduledTime > most * MINUTE_MS;
    if (hasSlept || (await browser.idle.queryState(most * 60)) !== 'active') gone();
  });
  // The browser may continue without a window, and the offscreen document with it.
  browser.windows.onRemoved.addListener(async () => {
    if ((await browser.windows.getAll()).length === 0) gone();
  });
}
