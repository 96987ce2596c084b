/** State of one piece of open work, and the steps that change it without storing anything. */
import type { Issue } from '@cyber-prevent/core';
import { type Signal, signal } from '@preact/signals';
import type { CameBack, Dating, GoneWork, WorkDesk } from './open-work.js';
import type { SaveState } from './save-state.js';
import { isUntouched } from './untouched.js';

export interface WorkState<T> {
  readonly key: string;
  readonly value: Signal<T>;
  readonly desk: WorkDesk;
  readonly dating: Dating<T> | undefined;
  readonly status: Signal<SaveState>;
  readonly isInConflict: Signal<boolean>;
  readonly gone: Signal<GoneWork | undefined>;
  readonly isLoaded: Signal<boolean>;
  readonly cameBack: Signal<CameBack | undefined>;
  saving: unknown;
  /** The same, as it was last stored. */
  stored: unknown;
  /** The same in the other window’s version, while there are two. */
  theirs: unknown;
  /** The version that this view has seen. */
  seen: number;
  last: T;
  /** The value when there is no work: the view's start value. */
  none: T;
  isDirty: boolean;
  /** On its way to the keeper: neither dirty nor seen. */
  isSaving: boolean;
  isOver: boolean;
  /** True once the view has cleared the ended work: any later input is other work. */
  isEmptied: boolean;
}

export function workState<T>(key: string, value: Signal<T>, desk: WorkDesk): WorkState<T> {
  return {
    key,
    value,
    desk,
    dating: desk.dating as Dating<T> | undefined,
    status: signal<SaveState>({ name: 'clean' }),
    isInConflict: signal(false),
    gone: signal<GoneWork | undefined>(undefined),
    isLoaded: signal(false),
    cameBack: signal<CameBack | undefined>(undefined),
    saving: undefined,
    stored: undefined,
    theirs: undefined,
    seen: 0,
    last: value.value,
    none: value.value,
    isDirty: false,
    isSaving: false,
    isOver: false,
    isEmptied: false,
  };
}

/** True if the form is as at its start, and no save of it is under way. */
export function isNothing<T>({ value, none, saving }: WorkState<T>): boolean {
  return saving === undefined && isUntouched(value.value, none);
}

/** The value as it is stored. */
export function stamped<T>({ dating, value, saving }: WorkState<T>): unknown {
  return dating ? dating.stamp(value.value, saving) : value.value;
}

/** Puts a value on screen without treating it as typed. */
export function showValue<T>(state: WorkState<T>, next: T): void {
  state.last = next;
  state.value.value = next;
}

/** Puts a stored value on screen, with the save in progress that it was stored with. */
export function showStored<T>(state: WorkState<T>, there: unknown): void {
  if (!state.dating) {
    showValue(state, there as T);
    return;
  }
  const found = state.dating.read(there);
  state.saving = state.stored = found.saving;
  showValue(state, found.value);
}

/** Announces work from another visit. */
export function announce<T>({ dating, desk, cameBack }: WorkState<T>, there: unknown): void {
  if (!dating || desk.isSameVisit === true) return;
  const found = dating.read(there);
  if (found.isOtherDay || desk.isSameVisit !== 'today') cameBack.value = found;
}

export function sayTrouble<T>({ status }: WorkState<T>, error: unknown): void {
  status.value = { name: 'failed', why: isIssue(error) ? error.message : String(error) };
}

/** The save failed: the text waits in memory until its vault opens again. */
export function keepWaiting<T>(state: WorkState<T>, error: unknown): void {
  state.isDirty = true;
  sayTrouble(state, error);
  state.desk.wait(stamped(state), state.seen);
}

/** Another window changed it too. */
export function meetOther<T>(state: WorkState<T>, there: unknown): void {
  state.theirs = state.dating?.read(there).saving;
  state.isInConflict.value = true;
  state.status.value = { name: 'clean' };
}

/** Another window ended it. A form keeps its content until the officer says what becomes of it. */
export function loseWork<T>(state: WorkState<T>): void {
  state.seen = 0;
  state.saving = state.stored = state.theirs ?? state.stored;
  state.theirs = undefined;
  state.isInConflict.value = false;
  state.status.value = { name: 'clean' };
  state.cameBack.value = undefined;
  if (state.isDirty || state.dating) state.gone.value = { pending: state.saving };
  else showValue(state, state.none);
}

/** Nothing of it is stored: the next input begins other work. */
export function endState<T>(state: WorkState<T>): void {
  state.dating?.end?.();
  state.seen = 0;
  state.saving = state.stored = state.theirs = state.gone.value = undefined;
  state.isDirty = state.isInConflict.value = false;
  state.status.value = { name: 'clean' };
}

function isIssue(error: unknown): error is Pick<Issue, 'message'> {
  return typeof error === 'object' && error !== null && 'message' in error;
}
