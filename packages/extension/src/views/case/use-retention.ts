/**
 * The rules in force here: the shipped ones, with the periods and time limits of the force’s own policy in their place.
 */
import {
  gatherRetention,
  gatherTimeLimits,
  type RetentionRules,
  type TimeLimits,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';

export interface Rules {
  readonly retention: RetentionRules;
  readonly limits: TimeLimits;
}

/**
 * The same as in the diary, so that no screen shows a different day. If the policy cannot be read, the shipped rules
 * apply.
 */
export function useRules(): Rules {
  const { services } = useApp();
  const rules = useSignal<Rules | undefined>(undefined);
  useEffect(() => {
    services.policy().then(
      ({ retention, timeLimits }) => {
        if (retention || timeLimits)
          rules.value = {
            retention: gatherRetention(retention),
            limits: gatherTimeLimits(timeLimits ?? []),
          };
      },
      () => undefined,
    );
  }, [services]);
  return rules.value ?? SHIPPED;
}

const SHIPPED: Rules = { retention: gatherRetention(), limits: gatherTimeLimits() };

export function useRetention(): RetentionRules {
  return useRules().retention;
}
