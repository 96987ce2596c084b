/** Looks up a save that was cut off, or was made in another window. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../app/app.js';
import { isPendingSave, type KeptSave, keptSave } from '../app/pending-save.js';

/**
 * @param pending - as it is stored with a draft
 * @returns `null` until it is known; undefined if it was not kept, or nothing could be found out
 */
export function useKept(pending: unknown): KeptSave | undefined | null {
  const { services } = useApp();
  const found = useSignal<KeptSave | undefined | null>(null);
  useEffect(() => {
    let isHere = true;
    const tell = (kept: KeptSave | undefined): void => {
      if (isHere) found.value = kept;
    };
    if (isPendingSave(pending)) keptSave(services, pending).then(tell, () => tell(undefined));
    else tell(undefined);
    return () => {
      isHere = false;
    };
  }, [pending, services, found]);
  return found.value;
}
