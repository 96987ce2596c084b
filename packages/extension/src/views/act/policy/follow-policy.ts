/**
 * The force’s policy on a screen, with what definition packs add to it: read when the screen is shown, and again when the
 * keeper says that either has changed.
 */
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { PACKS_KEY } from '../../../app/work-keys.js';
import type { Policy, Services } from '../../../ports/services.js';

/** Calls it each time the policy or the packs have changed. @returns a function that stops it */
export function onPolicyChange(
  { work }: { readonly work: Pick<Services['work'], 'subscribe'> },
  read: () => void,
): () => void {
  return work.subscribe((key) => {
    if (key === PACKS_KEY) read();
  });
}

/** @param take - is given each policy; undefined for one that cannot be read. It may use only what stays the same */
export function useFollowedPolicy(take: (policy: Policy | undefined) => void): void {
  const { services } = useApp();
  useEffect(() => {
    let latest = 0;
    const read = (): void => {
      latest += 1;
      const own = latest;
      const be = (policy?: Policy): void => {
        if (own === latest) take(policy);
      };
      services.policy().then(be, () => be());
    };
    read();
    const stop = onPolicyChange(services, read);
    return () => {
      latest += 1;
      stop();
    };
  }, [services]);
}
