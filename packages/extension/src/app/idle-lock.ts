/** Locks when the officer walks away: on the screen lock at once, on idleness after the set minutes. */
import { lockKeeper } from '../keeper/lock.js';

/** Minutes without key or pointer before the vault locks. A force's policy may shorten it. */
const IDLE_MINUTES = 10;

export function lockOnIdle(): void {
  chrome.idle.setDetectionInterval(IDLE_MINUTES * 60);
  chrome.idle.onStateChanged.addListener((state) => {
    if (state !== 'active') lockKeeper();
  });
}
