/** True if the force's policy allows copying; false until it is known. Copied values are cleared before a lock. */
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { Clip } from '../clip.js';
import { useFollowedPolicy } from './follow-policy.js';

export function useMayCopy(clip: Clip): ReadonlySignal<boolean> {
  const { services } = useApp();
  const mayCopy = useSignal(false);
  useFollowedPolicy((policy) => {
    if (policy) mayCopy.value = policy.clipboard !== false;
  });
  useEffect(() => services.vault.beforeLock?.(() => clip.clear()), [services, clip]);
  return mayCopy;
}
