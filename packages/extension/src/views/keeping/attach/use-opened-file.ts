/** An attached file, logged as looked at before it is shown: no log, no view. */
import type { StoredRecord } from '@cyber-prevent/core';
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';

export type OpenedFile =
  | { readonly name: 'opening' }
  | { readonly name: 'failed'; readonly why: string }
  | { readonly name: 'open'; readonly bytes: Uint8Array };

export function useOpenedFile(
  { id }: Pick<StoredRecord<'attachment'>, 'id'>,
  reason = 'case-work',
): ReadonlySignal<OpenedFile> {
  const { services } = useApp();
  const state = useSignal<OpenedFile>({ name: 'opening' });
  useEffect(() => {
    let isGone = false;
    services.blobs
      .openFile(id, reason)
      .then(
        (bytes): OpenedFile =>
          bytes ? { name: 'open', bytes } : { name: 'failed', why: t('files.gone') },
        (error: unknown): OpenedFile => ({ name: 'failed', why: asIssue(error).message }),
      )
      .then((next) => {
        if (!isGone) state.value = next;
      });
    return () => {
      isGone = true;
    };
  }, [services, id, reason, state]);
  return state;
}
