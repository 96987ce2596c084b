/** True if the force's policy allows copying; false until it is known. Copied values are cleared before a lock. */
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import type { Clip } from './clip.js';

export function useMayCopy(clip: Clip): ReadonlySignal<boolean> {
  const { services } = useApp();
  const mayCopy = useSignal(false);
  useEffect(() => {
    services.policy().then(
      ({ clipboard }) => {
        mayCopy.value = clipboard !== false;
      },
      () => undefined,
    );
    return services.vault.beforeLock?.(() => clip.clear());
  }, [services, clip, mayCopy]);
  return mayCopy;
}
