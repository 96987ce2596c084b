import type { StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';

export type Concern = StoredRecord<'safeguardingConcern'>;

export type ConcernOpened =
  | { readonly name: 'loading' }
  | { readonly name: 'failed'; readonly why: string }
  | {
      readonly name: 'shown';
      readonly concern: Concern;
      readonly subject: StoredRecord<'subject'> | undefined;
    };

/**
 * Logged as looked at before it is shown: no log, no view. Read again for each form, since another may have changed it.
 */
export function useConcern({ concern: id, form }: RouteOf<'concern'>): ConcernOpened {
  const { services, router } = useApp();
  // Changes when the same screen is asked for again, as after a save on the page itself.
  const again = router.again.value;
  const opened = useSignal<ConcernOpened>({ name: 'loading' });
  useEffect(() => {
    let isGone = false;
    const open = async (): Promise<ConcernOpened> => {
      const [found] = await services.store.consult([id], 'safeguarding');
      const concern = await services.store.get('safeguardingConcern', id);
      if (!found || !concern) return { name: 'failed', why: t('today.gone') };
      const { subjectId } = concern.value;
      const subject = subjectId ? await services.store.get('subject', subjectId) : undefined;
      return { name: 'shown', concern, subject };
    };
    open().then(
      (next) => {
        if (!isGone) opened.value = next;
      },
      (error: unknown) => {
        if (!isGone) opened.value = { name: 'failed', why: asIssue(error).message };
      },
    );
    return () => {
      isGone = true;
    };
  }, [services, opened, id, form, again]);
  return opened.value;
}
