import type { ForceNotice } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';

/** The force's paper for the notice; empty if it has set none, undefined until that is known. */
export function useForceNotice(): ForceNotice | undefined {
  const { services } = useApp();
  const notice = useSignal<ForceNotice | undefined>(undefined);
  useEffect(() => {
    services.policy().then(
      (policy) => {
        notice.value = policy.notice ?? {};
      },
      () => {
        notice.value = {};
      },
    );
  }, [services, notice]);
  return notice.value;
}
