/** Keeps what a form came to: the save, what was half typed, the words that say so with their undo, and where one goes then. */
import type { CaseCommit, RecordKind, Result } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../app/app.js';
import type { OpenWork } from '../../app/open-work.js';
import type { Said } from '../../app/session.js';
import type { RecordFormState } from '../../components/use-record-form.js';
import { asIssue } from './as-issue.js';
import type { Edit } from './use-edit.js';

/** Said once it is kept; the save can be taken back from there. */
export interface Done extends Omit<Said, 'seq'> {
  readonly go: () => unknown;
}

type Act<T> = () => Result<T> | undefined | Promise<Result<T> | undefined>;

export interface Keeping {
  readonly isBusy: boolean;
  /**
   * One at a time. What is wrong is shown on the form, and nothing typed is lost.
   *
   * @param act - undefined where the form says already what is missing
   */
  keep<T extends CaseCommit>(act: Act<T>, done: (kept: T) => Done): Promise<void>;
}

/** @param edit - of a form that changes a record which another window may have changed meanwhile */
export function useKeep(
  form: Pick<RecordFormState, 'showIssues'>,
  work: Pick<OpenWork<unknown>, 'letGo'>,
  edit?: Pick<Edit<RecordKind>, 'catches'>,
): Keeping {
  const { services, session } = useApp();
  const isBusy = useSignal(false);
  return {
    isBusy: isBusy.value,
    async keep(act, done) {
      if (isBusy.value) return;
      isBusy.value = true;
      try {
        const result = await act();
        if (result) form.showIssues(result.ok ? [] : result.issues);
        if (!result?.ok) return;
        const { seq } = await services.store.commit(result.value.commit);
        await work.letGo();
        const { go, ...said } = done(result.value);
        session.say({ ...said, seq });
        await go();
      } catch (error) {
        if (!(await edit?.catches(error))) form.showIssues([asIssue(error)]);
      } finally {
        isBusy.value = false;
      }
    },
  };
}
