import type { ForceNotice } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useFollowedPolicy } from '../../act/policy/follow-policy.js';

/** The force's paper for the notice; empty if it has set none, undefined until that is known. */
export function useForceNotice(): ForceNotice | undefined {
  const notice = useSignal<ForceNotice | undefined>(undefined);
  useFollowedPolicy((policy) => {
    notice.value = policy?.notice ?? {};
  });
  return notice.value;
}
