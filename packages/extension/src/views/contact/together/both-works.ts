/** The form and the note in it have separate drafts, but come back, start again and end as one. */
import { computed } from '@preact/signals';
import type { OpenWork } from '../../../app/open-work.js';

/** Reports the first draft; any act that ends one of them applies to both. */
export function workOfBoth<T>(one: OpenWork<T>, other: OpenWork<unknown>): OpenWork<T> {
  return {
    ...one,
    isAwaited: one.isAwaited || other.isAwaited,
    isLoaded: computed(() => one.isLoaded.value && other.isLoaded.value),
    cameBack: computed(() => one.cameBack.value ?? other.cameBack.value),
    gone: computed(() => one.gone.value ?? other.gone.value),
    async keepAsNew() {
      await one.keepAsNew();
      await other.keepAsNew();
    },
    async clearHere() {
      await one.clearHere();
      await other.clearHere();
    },
    goOn() {
      one.goOn();
      other.goOn();
    },
    async startAfresh(isKept) {
      // Together, so that the second is not continued with while the first is set aside.
      await Promise.all([one.startAfresh(isKept), other.startAfresh(isKept)]);
    },
    isBegun: () => one.isBegun() || other.isBegun(),
    async discard() {
      await one.discard();
      await other.discard();
    },
    async letGo() {
      await one.letGo();
      await other.letGo();
    },
  };
}
