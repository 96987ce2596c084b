/** Choices of the officer after another window changed the work too, or ended it. */
import type { OpenWork } from './open-work.js';
import { endState, showValue, type WorkState } from './work-state.js';
import type { WorkTurns } from './work-turns.js';

type Choices = Pick<OpenWork<unknown>, 'useThat' | 'keepThis' | 'keepAsNew' | 'clearHere'>;

export function workChoices<T>(state: WorkState<T>, turns: WorkTurns): Choices {
  const { desk, key, isInConflict, gone } = state;
  const { work } = desk;
  return {
    useThat: () =>
      turns.inTurn(async () => {
        if (!(await work.load(key))) return turns.lose();
        state.isDirty = false;
        isInConflict.value = false;
        await turns.hear();
      }),
    keepThis: () =>
      turns.inTurn(async () => {
        state.seen = (await work.load(key))?.version ?? 0;
        state.isDirty = true;
        isInConflict.value = false;
        await turns.save();
      }),
    keepAsNew: () =>
      turns.inTurn(async () => {
        if (!gone.value) return;
        gone.value = state.saving = undefined;
        state.isDirty = true;
        await turns.save();
      }),
    clearHere: () =>
      turns.inTurn(async () => {
        if (!gone.value) return;
        const { seen } = state;
        // Stored here in the meantime, and nobody has changed it since.
        if (seen > 0 && (await work.load(key))?.version === seen) await work.discard(key);
        desk.done();
        endState(state);
        showValue(state, state.none);
        await turns.hear();
      }),
  };
}
