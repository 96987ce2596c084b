/** The rules of retention in force here: those that ship, with the periods of the force's own policy in their place. */
import { gatherRetention, type RetentionRules } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';

export function useRetention(): RetentionRules {
  const { services } = useApp();
  const rules = useSignal(gatherRetention());
  useEffect(() => {
    services.policy().then(
      ({ retention }) => {
        if (retention) rules.value = gatherRetention(retention);
      },
      () => undefined,
    );
  }, [services]);
  return rules.value;
}
