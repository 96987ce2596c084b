/** Ways to end a piece of open work: discarded, or set aside for later under a key of its own. */
import { t } from '../locales/translate.js';
import type { OpenWork } from './open-work.js';
import { SaidError } from './said-error.js';
import { endState, isNothing, showValue, stamped, type WorkState } from './work-state.js';
import type { WorkTurns } from './work-turns.js';

type Endings = Pick<OpenWork<unknown>, 'startAfresh' | 'discard'>;

/** @param typed - called with input that began while the work was being ended: it is other work */
export function workEndings<T>(
  state: WorkState<T>,
  turns: WorkTurns,
  typed: (value: T) => void,
): Endings {
  const { desk, key, value, cameBack } = state;
  const { work } = desk;
  const end = async (before: () => Promise<void>): Promise<void> => {
    state.isOver = true;
    state.isEmptied = value.value === state.none;
    try {
      await turns.settle();
      await before();
      desk.done();
      await work.discard(key);
    } catch (error) {
      // It is still stored, and so will be its next changes.
      state.isOver = false;
      throw error;
    }
    // The view may stay open: its next input is other work under the same name, and may be there already.
    endState(state);
    state.last = value.value;
    state.isOver = false;
    if (state.isEmptied && state.last !== state.none) typed(state.last);
  };
  const setAside = async (): Promise<void> => {
    if (!desk.isMine()) throw new SaidError(t('common.vault-locked'));
    // Words that are not stored yet go with it. Otherwise it stays as it was stored, with its moment.
    const there = state.isDirty ? undefined : await work.load(key);
    if ((!there && !state.isDirty) || isNothing(state)) return;
    const kept = await work.save(desk.asideKey(), there ? there.value : stamped(state), 0);
    if (!kept.ok) throw new SaidError(kept.issues[0]?.message);
  };
  return {
    discard: () => end(async () => undefined),
    async startAfresh(isKept = async () => false) {
      await end(async () => {
        if (!(await isKept())) await setAside();
      });
      showValue(state, state.none);
      cameBack.value = undefined;
    },
  };
}
