/** A subject's records, logged as looked at before they are shown: no log, no view. */
import { gatherCase, type RecordId, type StoredRecord } from '@cyber-prevent/core';
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { asIssue } from './as-issue.js';

export type CaseState =
  | { readonly name: 'loading' }
  | { readonly name: 'failed'; readonly why: string }
  | { readonly name: 'shown'; readonly records: readonly StoredRecord[] };

export function useCase(subject: RecordId, reason = 'case-work'): ReadonlySignal<CaseState> {
  const { services, router } = useApp();
  // Changes when the same screen is asked for again, as after an act on the page itself: the records are read and
  // logged again.
  const again = router.again.value;
  const state = useSignal<CaseState>({ name: 'loading' });
  useEffect(() => {
    let gone = false;
    gatherCase(services.store, subject, reason).then(
      (records) => {
        if (!gone) state.value = { name: 'shown', records };
      },
      (error: unknown) => {
        if (!gone) state.value = { name: 'failed', why: asIssue(error).message };
      },
    );
    return () => {
      gone = true;
    };
  }, [services, subject, reason, again]);
  return state;
}
