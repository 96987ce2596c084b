/** Name of the person whom a form is about, as soon as one is chosen in it. */
import type { RecordId, StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';

/**
 * @param fixed - the person whose page the form was opened from
 * @param chosen - the person chosen in the form; undefined for nobody
 */
export function useNameOf(
  fixed: StoredRecord<'subject'> | undefined,
  chosen: RecordId | undefined,
): string | undefined {
  const { store } = useApp().services;
  const found = useSignal<{ readonly id: RecordId; readonly name: string } | undefined>(undefined);
  const asked = fixed ? undefined : chosen;
  useEffect(() => {
    if (asked === undefined) return undefined;
    let isGone = false;
    store.get('subject', asked).then(
      (held) => {
        if (!isGone && held) found.value = { id: asked, name: held.value.name };
      },
      // Without the name the button says what it does, and the save finds the person by their id.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [store, asked, found]);
  if (fixed) return fixed.value.name;
  // Never the name of somebody chosen before.
  return found.value?.id === asked ? found.value?.name : undefined;
}
