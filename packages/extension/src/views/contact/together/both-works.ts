/** The form and the note in it are put away apart, and come back, begin afresh and go as one. */
import { computed } from '@preact/signals';
import type { OpenWork } from '../../../app/open-work.js';

/** What is told of the first, with whatever ends either of them done to both. */
export function workOfBoth<T>(one: OpenWork<T>, other: OpenWork<unknown>): OpenWork<T> {
  return {
    ...one,
    cameBack: computed(() => one.cameBack.value ?? other.cameBack.value),
    goOn() {
      one.goOn();
      other.goOn();
    },
    async startAfresh() {
      await one.startAfresh();
      await other.startAfresh();
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
