/** Opens one piece of unfinished work in a view: hears what is typed, and what other windows do with it. */
import type { Signal } from '@preact/signals';
import { t } from '../locales/translate.js';
import type { OpenWork, WorkDesk } from './open-work.js';
import { SaidError } from './said-error.js';
import { workChoices } from './work-choices.js';
import { workEndings } from './work-ending.js';
import { sayTrouble, showValue, workState } from './work-state.js';
import { workTurns } from './work-turns.js';

export function openWork<T>(key: string, value: Signal<T>, desk: WorkDesk): OpenWork<T> {
  const state = workState(key, value, desk);
  const { status, isInConflict, gone, isLoaded, cameBack } = state;
  const turns = workTurns(state);
  const typed = (now: T): void => {
    state.last = now;
    state.isDirty = true;
    turns.wait();
  };
  const say = (error: unknown): void => sayTrouble(state, error);
  const stopWatching = value.subscribe((now) => {
    if (now === state.last) return;
    if (state.isOver) state.isEmptied ||= now === state.none;
    else typed(now);
  });
  const stopHearing = desk.work.subscribe((changed) => {
    if (changed === key && !state.isOver) void turns.inTurn(turns.hear, say);
  });
  // Work that could not be read, because a lock came first, stays stored as it was: only text typed here is pending.
  void turns.inTurn(turns.load, say);

  const open: OpenWork<T> = {
    status,
    isInConflict,
    gone,
    isLoaded,
    isAwaited: desk.isAwaited,
    cameBack,
    value,
    goOn() {
      if (!state.isOver) cameBack.value = undefined;
    },
    beginWith(first) {
      state.none = first;
      if (state.seen === 0 && !state.isDirty && !gone.value) showValue(state, first);
    },
    isBegun: () => state.seen > 0 || state.isDirty || state.isSaving || gone.value !== undefined,
    flush: turns.flush,
    held: () => state.saving,
    async hold(next) {
      const before = state.saving;
      if (!gone.value || next === undefined) {
        state.saving = next;
        state.isDirty = true;
        await turns.flush();
      }
      if (gone.value) {
        if (next === undefined) return;
        throw new SaidError(t('common.gone.choose'));
      }
      const isFailed = status.value.name === 'failed';
      if (!isInConflict.value && !isFailed) return;
      // It is not stored, so the next press must not take it for stored.
      state.saving = before;
      if (status.value.name === 'failed') throw new SaidError(status.value.why);
      throw new SaidError(t('common.conflict.choose'));
    },
    ...workChoices(state, turns),
    ...workEndings(state, turns, typed),
    letGo: () => open.discard().catch(() => undefined),
    close() {
      stopWatching();
      stopHearing();
      desk.closed(turns.flush());
    },
  };
  return open;
}
