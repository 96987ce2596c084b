/** Fills the vault with the practice caseload and removes it, one bounded request of the keeper after another. */
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { t } from '../../../locales/late.js';
import type { PracticeFill, PracticeState } from '../../../ports/practice.js';

export interface Practice {
  /** Undefined until it is known. */
  readonly state: ReadonlySignal<PracticeState | undefined>;
  /** Progress of the fill, while it runs. */
  readonly filling: ReadonlySignal<Pick<PracticeFill, 'people' | 'of'> | undefined>;
  readonly removing: ReadonlySignal<boolean>;
  /** Outcome of the last act, in words; empty before the first. */
  readonly said: ReadonlySignal<string>;
  readonly error: ReadonlySignal<string>;
  /** Goes on when the screen is left. */
  fill(): Promise<void>;
  /** @param isWorkToo - also the people whom the officer worked on */
  remove(isWorkToo: boolean): Promise<void>;
}

/** @param known - what the vault has, if that is known: the keeper is not asked before the first act */
export function usePractice(known?: PracticeState): Practice {
  const { ask } = useApp().services;
  const state = useSignal(known);
  const filling = useSignal<Pick<PracticeFill, 'people' | 'of'> | undefined>(undefined);
  const removing = useSignal(false);
  const said = useSignal('');
  const error = useSignal('');
  const look = async (): Promise<void> => {
    try {
      state.value = await ask('practice-state', []);
    } catch {
      error.value = t('practice.unread');
    }
  };
  useEffect(() => {
    if (!known) void look();
  }, []);
  const begin = (): void => {
    said.value = '';
    error.value = '';
  };
  const fill = async (): Promise<void> => {
    if (filling.value || removing.value) return;
    begin();
    filling.value = { people: state.value?.people ?? 0, of: state.value?.of ?? 0 };
    try {
      for (let isDone = false; !isDone; ) {
        const step = await ask('practice-fill', []);
        filling.value = step;
        isDone = step.isDone;
      }
      await look();
    } catch {
      await look();
      error.value = t('practice.fill.failed');
    }
    filling.value = undefined;
  };
  const remove = async (isWorkToo: boolean): Promise<void> => {
    if (filling.value || removing.value) return;
    begin();
    removing.value = true;
    try {
      const { people, records } = await ask('practice-remove', [isWorkToo]);
      await look();
      said.value = t('practice.removed', { count: people, records });
    } catch {
      await look();
      error.value = t('practice.remove.failed');
    }
    removing.value = false;
  };
  return { state, filling, removing, said, error, fill, remove };
}
