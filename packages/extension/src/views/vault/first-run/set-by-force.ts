/** Answers of the first run that the force's policy gives: what it sets is not asked. */
import { codesInForce } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { Policy } from '../../../ports/services.js';

export type SetByForce = NonNullable<Policy['setup']>;

/** @returns undefined until the policy is read: nothing is asked that it may answer */
export function useSetByForce(): SetByForce | undefined {
  const { services } = useApp();
  const set = useSignal<SetByForce | undefined>(undefined);
  useEffect(() => {
    const { lists, today } = services;
    const isCode = (list: 'force' | 'purpose-regime', code: string | undefined): boolean =>
      codesInForce(lists, list, today()).some((each) => each.code === code);
    services.policy().then(
      ({ setup = {} }) => {
        const { force, regime, ...rest } = setup;
        // A code that this release does not know is asked for rather than kept.
        set.value = {
          ...rest,
          ...(force !== undefined && isCode('force', force) ? { force } : {}),
          ...(regime !== undefined && isCode('purpose-regime', regime) ? { regime } : {}),
        };
      },
      () => {
        set.value = {};
      },
    );
  }, [services, set]);
  return set.value;
}
