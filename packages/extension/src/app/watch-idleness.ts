/**
 * The alarm with which the service worker checks whether the officer has left, set by pages while the vault is open.
 */

export const IDLE_ALARM = 'cp-idle';

/** For a page of ours: makes the service worker check once a minute, for as long as the vault is open. */
export function watchIdleness(isOpen: boolean): void {
  if (isOpen) void chrome.alarms.create(IDLE_ALARM, { periodInMinutes: 1 });
  else void chrome.alarms.clear(IDLE_ALARM);
}
