/** The alarm by which the service worker asks whether the officer has walked away, set by pages while the vault is open. */

export const IDLE_ALARM = 'cp-idle';

/** For a page of ours: has the service worker ask once a minute, for as long as the vault is open. */
export function watchIdleness(isOpen: boolean): void {
  if (isOpen) void chrome.alarms.create(IDLE_ALARM, { periodInMinutes: 1 });
  else void chrome.alarms.clear(IDLE_ALARM);
}
