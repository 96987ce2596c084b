/** Answers of the first run that the force's policy gives: what it sets is not asked. */
import { codesInForce } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useCallback, useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { Policy, Services } from '../../../ports/services.js';

export type SetByForce = NonNullable<Policy['setup']>;

interface SetByForceState {
  /** Undefined until the policy is read: nothing is asked that it may answer. */
  readonly set: SetByForce | undefined;
  /** Reads the policy again, and says if it answers otherwise than before. */
  again(): Promise<boolean>;
}

export function useSetByForce(): SetByForceState {
  const { services } = useApp();
  const set = useSignal<SetByForce | undefined>(undefined);
  const again = useCallback(async () => {
    const { setup = {} } = await services.policy().catch(() => ({ setup: set.peek() }));
    const now = knownCodes(setup, services);
    if (JSON.stringify(now) === JSON.stringify(set.peek())) return false;
    set.value = now;
    return true;
  }, [services, set]);
  useEffect(() => void again(), [again]);
  return { set: set.value, again };
}

/** Without a code that this release does not know: it is asked for rather than kept. */
function knownCodes(
  { force, regime, ...rest }: SetByForce,
  { lists, today }: Pick<Services, 'lists' | 'today'>,
): SetByForce {
  const isCode = (list: 'force' | 'purpose-regime', code: string | undefined): boolean =>
    codesInForce(lists, list, today()).some((each) => each.code === code);
  return {
    ...rest,
    ...(force !== undefined && isCode('force', force) ? { force } : {}),
    ...(regime !== undefined && isCode('purpose-regime', regime) ? { regime } : {}),
  };
}
