/** Unfinished work as a page may have it: none of the keeper's own, and none that names a closed record. */
import type { ClosedRecords } from '@cyber-prevent/core';
import { asideKey } from '../../app/work-keys.js';
import { isKeepersOwn } from '../../ports/verbs/client-verbs.js';
import type { SealedWork } from '../../storage/sealed-work.js';
import { isWorkAbout } from '../../storage/work-about.js';

interface PageWorkParts {
  readonly work: Pick<SealedWork, 'save' | 'load' | 'keys' | 'discard'>;
  readonly closed: Pick<ClosedRecords, 'ids'>;
}

type PageWork = Pick<SealedWork, 'save' | 'load' | 'keys'>;

export function pageWork({ work, closed }: PageWorkParts): PageWork {
  const isHidden = async (key: string, ids: ReadonlySet<string>): Promise<boolean> =>
    ids.size > 0 && isWorkAbout(key, (await work.load(key))?.value, ids);
  return {
    async save(key, value, seen) {
      // A form that names nobody in its key stays usable: the hidden draft waits elsewhere until its record opens.
      if (seen === 0 && (await isHidden(key, await closed.ids()))) {
        const held = await work.load(key);
        const kept = await work.save(asideKey(key, crypto.randomUUID()), held?.value, 0);
        if (!kept.ok) return kept;
        await work.discard(key);
      }
      return work.save(key, value, seen);
    },
    async load(key) {
      const held = await work.load(key);
      return held && isWorkAbout(key, held.value, await closed.ids()) ? undefined : held;
    },
    async keys() {
      const ids = await closed.ids();
      const own = (await work.keys()).filter((key) => !isKeepersOwn(key));
      const hidden = await Promise.all(own.map((key) => isHidden(key, ids)));
      return own.filter((_, nth) => !hidden[nth]);
    },
  };
}
