/** Keeps what a form came to: the save, what was half typed, the words that say so, and where one goes then. */
import type { CaseCommit, Result } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../app/app.js';
import type { OpenWork } from '../../app/open-work.js';
import type { Route } from '../../app/router.js';
import type { RecordFormState } from '../../components/use-record-form.js';
import { asIssue } from '../as-issue.js';

export interface ActWords {
  /** Said once it is kept. */
  readonly said: string;
  readonly to: Route;
}

export function useAct(
  form: Pick<RecordFormState, 'showIssues'>,
  work: Pick<OpenWork<unknown>, 'discard'>,
) {
  const { services, router, session } = useApp();
  const isBusy = useSignal(false);
  const keep = async (result: Result<CaseCommit>, { said, to }: ActWords): Promise<void> => {
    form.showIssues(result.ok ? [] : result.issues);
    if (!result.ok || isBusy.value) return;
    isBusy.value = true;
    try {
      const { seq } = await services.store.commit(result.value.commit);
      await work.discard();
      session.say({ heading: said, seq });
      router.go(to);
    } catch (error) {
      form.showIssues([asIssue(error)]);
    } finally {
      isBusy.value = false;
    }
  };
  return { isBusy: isBusy.value, keep };
}
