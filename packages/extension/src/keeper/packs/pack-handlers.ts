/** Handlers of the verbs about definition packs. */
import type { RecordStore } from '@cyber-prevent/core';
import type { PACK_VERBS } from '../../ports/verbs/pack-verbs.js';
import type { HandlersOf } from '../answer-request.js';
import type { PacksInHand } from './packs-in-hand.js';

interface Open {
  readonly packs: PacksInHand;
  readonly store: Pick<RecordStore, 'query'>;
}

type Opened = <T>(act: (open: Open) => Promise<T>) => Promise<T>;

export function packHandlers(opened: Opened): HandlersOf<keyof typeof PACK_VERBS> {
  return {
    'packs-held': () => opened(async ({ packs }) => (await packs.desk()).read()),
    'pack-preview': ([text, pin]) =>
      opened(async ({ packs, store }) => {
        const preview = await (await packs.desk()).preview(text, pin);
        if (!preview.ok) return preview;
        const { withRecordsInUse } = await import('./codes-in-use.js');
        return { ...preview, value: await withRecordsInUse(preview.value, store) };
      }),
    'pack-take': ([text, pin, shown]) =>
      opened(({ packs }) => packs.change((desk) => desk.take(text, pin, shown))),
    'pack-change': ([change, of, reason]) =>
      opened(({ packs }) =>
        packs.change((desk) => {
          if (change === 'distrust') return desk.distrust(of);
          return change === 'put-back' ? desk.putBack(of) : desk.setAside(of, reason);
        }),
      ),
    'area-of-postcode': ([postcode]) => opened(({ packs }) => packs.areaOfPostcode(postcode)),
    'rules-in-force': () => opened(({ packs }) => packs.inForce()),
  };
}
