/** Loads and saves of one piece of open work, one after the other, and the timing of its saves. */
import { t } from '../locales/translate.js';
import { SAVE_AFTER_MS } from './open-work.js';
import {
  announce,
  isNothing,
  keepWaiting,
  loseWork,
  meetOther,
  showStored,
  stamped,
  type WorkState,
} from './work-state.js';

export interface WorkTurns {
  /** Runs a task after those before it. @param failed - absent: the text waits to be saved again */
  inTurn(task: () => Promise<void>, failed?: (error: unknown) => void): Promise<void>;
  /** For a task in its turn. */
  save(): Promise<void>;
  /** For a task in its turn: the form is as at its start again, so nothing of it stays stored. */
  drop(): Promise<void>;
  load(): Promise<void>;
  /** Another window saved or ended it. If nothing here is unsaved, its version is shown. */
  hear(): Promise<void>;
  /** It was ended elsewhere. */
  lose(): void;
  flush(): Promise<void>;
  /** Saves a moment after the last call. */
  wait(): void;
  /** Ends the waiting, and resolves once nothing is in progress. */
  settle(): Promise<void>;
}

export function workTurns<T>(state: WorkState<T>): WorkTurns {
  const { desk, key, isInConflict, gone, status, isLoaded } = state;
  const { work } = desk;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn: Promise<void> = Promise.resolve();
  const fail = (error: unknown): void => keepWaiting(state, error);

  const turns: WorkTurns = {
    inTurn(task, failed = fail) {
      turn = turn.then(task).catch(failed);
      return turn;
    },
    async save() {
      if (!state.isDirty || state.isOver || isInConflict.value) return;
      // Stored with the other window’s save, it can be checked against it later. Without one, nothing would show later
      // that it may be saved already.
      if (gone.value && state.saving === undefined) return;
      if (!desk.isMine()) return fail({ message: t('common.vault-locked') });
      state.isDirty = false;
      state.isSaving = true;
      status.value = { name: 'saving' };
      const held = state.saving;
      if (isNothing(state)) return turns.drop();
      const result = await work.save(key, stamped(state), state.seen).finally(() => {
        state.isSaving = false;
      });
      if (result.ok) {
        state.seen = result.value.version;
        state.stored = held;
        desk.put();
        status.value = { name: 'saved', time: clockTime() };
        return;
      }
      state.isDirty = true;
      const there = await work.load(key);
      if ((there?.version ?? 0) === state.seen) return fail(result.issues[0]);
      if (there) meetOther(state, there.value);
      else turns.lose();
    },
    async drop() {
      try {
        const there = await work.load(key);
        if (there && there.version !== state.seen) return turns.hear();
        if (there) await work.discard(key);
      } finally {
        state.isSaving = false;
      }
      desk.done();
      state.dating?.end?.();
      state.seen = 0;
      if (!state.isDirty) status.value = { name: 'clean' };
    },
    async load() {
      if (!desk.isMine()) return;
      const waited = await desk.waiting();
      const there = waited ? undefined : await work.load(key);
      if (waited) {
        state.seen = waited.seen;
        if (!state.isDirty) {
          announce(state, waited.value);
          showStored(state, waited.value);
        }
        state.isDirty = true;
        await turns.save().catch(fail);
      } else if (there) {
        state.seen = there.version;
        // Text was typed before it arrived: both are kept, and the officer chooses.
        if (state.isDirty) meetOther(state, there.value);
        else {
          announce(state, there.value);
          showStored(state, there.value);
        }
      }
      isLoaded.value = true;
    },
    async hear() {
      if (!desk.isMine()) return;
      const there = await work.load(key);
      // In a conflict, a version was there that this window never saw: its end leaves both at none.
      if (state.isOver || ((there?.version ?? 0) === state.seen && !isInConflict.value)) return;
      if (!there) turns.lose();
      else if (state.isDirty) meetOther(state, there.value);
      else {
        state.seen = there.version;
        showStored(state, there.value);
      }
    },
    lose() {
      loseWork(state);
      if (state.isDirty) turns.wait();
    },
    flush() {
      clearTimeout(timer);
      return turns.inTurn(turns.save);
    },
    wait() {
      clearTimeout(timer);
      timer = setTimeout(turns.flush, SAVE_AFTER_MS);
    },
    settle() {
      clearTimeout(timer);
      return turn;
    },
  };
  return turns;
}

function clockTime(): string {
  return new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
