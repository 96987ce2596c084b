/** Keeps what one form comes to. */
import type { CaseCommit, RecordKind, Result } from '@cyber-prevent/core';
import type { OpenWork } from '../../app/open-work.js';
import type { RecordFormState } from '../../components/use-record-form.js';
import type { Edit } from './use-edit.js';
import { type Done, useSave } from './use-save.js';

type Act<T> = () => Result<T> | undefined | Promise<Result<T> | undefined>;

export interface Keeping {
  readonly isBusy: boolean;
  /**
   * What is wrong is shown on the form, and nothing typed is lost.
   *
   * @param act - undefined where the form says already what is missing
   * @param name - of an act that is not the form’s only one: the same words come to something else by it
   */
  keep<T extends CaseCommit>(act: Act<T>, done: (kept: T) => Done, name?: string): Promise<void>;
}

/** @param edit - of a form that changes a record which another window may have changed meanwhile */
export function useKeep(
  form: Pick<RecordFormState, 'showIssues' | 'values'>,
  work: Pick<OpenWork<unknown>, 'held' | 'hold' | 'letGo'>,
  edit?: Pick<Edit<RecordKind>, 'catches'>,
): Keeping {
  const { isBusy, save } = useSave();
  return {
    isBusy,
    keep: (act, done, name = '') =>
      save({ work, edit, show: form.showIssues }, [name, form.values.value], act, done),
  };
}
