/** Stores a pending save in its own sealed entry, for an act with nothing typed: a signature, a disclosure. */
import { SaidError } from '../../app/said-error.js';
import { savingKey } from '../../app/work-keys.js';
import type { UnfinishedWork } from '../../ports/services.js';
import type { PendingPlace } from './save-once.js';

/** @param act - names the act and its object; sealed with the save, never in clear */
export function sealedPlace(work: UnfinishedWork, act: string): PendingPlace {
  const name = savingKey(act);
  let seen = 0;
  return {
    async held() {
      const there = await work.load(name);
      seen = there?.version ?? 0;
      return there?.value;
    },
    async hold(pending) {
      if (pending === undefined) {
        await work.discard(name);
        seen = 0;
        return;
      }
      const kept = await work.save(name, pending, seen);
      if (!kept.ok) throw new SaidError(kept.issues[0]?.message);
      seen = kept.value.version;
    },
  };
}
