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
import type { GivenByPacks } from '../../ports/packs.js';
import type { Policy } from '../../ports/services.js';
import { useFollowedPolicy } from '../act/policy/follow-policy.js';

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
  const rules = useSignal(SHIPPED);
  useFollowedPolicy((policy) => {
    if (policy) rules.value = rulesBy(policy);
  });
  return rules.value;
}

function rulesBy({ retention, timeLimits, given }: Policy): Rules {
  if (!retention && !timeLimits && !given) return SHIPPED;
  return {
    retention: gatherRetention(retention),
    limits: gatherTimeLimits(given?.limitsByDay ?? timeLimits ?? []),
    ...(given ? { given } : {}),
    ...(given?.monitoring ? { monitoring: given.monitoring } : {}),
  };
}

const SHIPPED: Rules = { retention: gatherRetention(), limits: gatherTimeLimits() };

export function useRetention(): RetentionRules {
  return useRules().retention;
}
