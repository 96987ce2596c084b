/** Saves the result of one form. */
import type { CaseCommit, RecordKind, Result } from '@cyber-prevent/core';
import type { OpenWork } from '../../app/open-work.js';
import type { RecordFormState } from '../../components/use-record-form.js';
import type { Edit } from './use-edit.js';
import { type Done, useSave } from './use-save.js';

type Act<T> = () => Result<T> | undefined | Promise<Result<T> | undefined>;

export interface Keeping {
  readonly isBusy: boolean;
  /**
   * Shows errors on the form; nothing typed is lost.
   *
   * @param act - returns undefined if the form already shows what is missing
   * @param name - of an act, if the form has several: the same values then make a different save
   */
  keep<T extends CaseCommit>(act: Act<T>, done: (kept: T) => Done, name?: string): Promise<void>;
}

/** @param edit - for a form that changes a record which another window may have changed in the meantime */
export function useKeep(
  form: Pick<RecordFormState, 'showIssues' | 'values'>,
  work: Pick<OpenWork<unknown>, 'held' | 'hold' | 'letGo'>,
  edit?: Pick<Edit<RecordKind>, 'catches' | 'about'>,
): Keeping {
  const { isBusy, save } = useSave();
  return {
    isBusy,
    keep: (act, done, name = '') =>
      save({ work, edit, show: form.showIssues }, [name, form.values.value], act, done),
  };
}
