/** Opens a log, logged as looked at before any of it is shown. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { LogWhose, OpenLog } from '../../../ports/log-service.js';
import { asIssue } from '../../act/as-issue.js';

export type OpenLogState =
  | { readonly name: 'opening' }
  | { readonly name: 'failed'; readonly why: string }
  | { readonly name: 'open'; readonly log: OpenLog };

export function useOpenLog(whose: LogWhose): OpenLogState {
  const { services } = useApp();
  const state = useSignal<OpenLogState>({ name: 'opening' });
  const about = whose === 'own' ? whose : whose.subject;
  useEffect(() => {
    let isGone = false;
    services.log.open(whose, 'log-review').then(
      (log) => {
        if (!isGone) state.value = { name: 'open', log };
      },
      (error: unknown) => {
        if (!isGone) state.value = { name: 'failed', why: asIssue(error).message };
      },
    );
    return () => {
      isGone = true;
    };
  }, [services, about]);
  return state.value;
}
