/** Name of the person whom a form is about, told apart from anybody alike, as soon as one is chosen in it. */
import type { RecordId, StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { useNameApart } from './use-name-apart.js';

/**
 * @param fixed - the person whose page the form was opened from
 * @param chosen - the person chosen in the form; undefined for nobody
 */
export function useNameOf(
  fixed: StoredRecord<'subject'> | undefined,
  chosen: RecordId | undefined,
): string | undefined {
  const { store } = useApp().services;
  const nameOf = useNameApart();
  const found = useSignal<StoredRecord<'subject'> | undefined>(undefined);
  const asked = fixed ? undefined : chosen;
  useEffect(() => {
    if (asked === undefined) return undefined;
    let isGone = false;
    store.get('subject', asked).then(
      (held) => {
        if (!isGone && held) found.value = held;
      },
      // Without the name the button says what it does, and the save finds the person by their id.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [store, asked, found]);
  if (fixed) return nameOf(fixed);
  // Never the name of somebody chosen before.
  return found.value && found.value.id === asked ? nameOf(found.value) : undefined;
}
