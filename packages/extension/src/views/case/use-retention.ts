/**
 * The rules in force here: the shipped ones, with those of the force’s own policy and of definition packs in their place.
 */
import {
  gatherRetention,
  gatherTimeLimits,
  type MonitoringRules,
  type RetentionRules,
  type TimeLimits,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import type { GivenByPacks } from '../../ports/packs.js';

export interface Rules {
  readonly retention: RetentionRules;
  readonly limits: TimeLimits;
  /** Absent: the rules that ship. */
  readonly monitoring?: MonitoringRules;
  readonly given?: GivenByPacks;
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
      ({ retention, timeLimits, given }) => {
        if (retention || timeLimits || given)
          rules.value = {
            retention: gatherRetention(retention),
            limits: gatherTimeLimits(timeLimits ?? []),
            ...(given ? { given } : {}),
            ...(given?.monitoring ? { monitoring: given.monitoring } : {}),
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
