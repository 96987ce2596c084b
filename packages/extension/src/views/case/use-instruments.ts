/** Available instruments in a view: read once, and again after one is added or removed. */
import { useSignal } from '@preact/signals';
import { useCallback, useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { heldInstruments, type InstrumentsAtHand } from './instrument-files.js';

/** @returns undefined until they are read */
export function useInstruments(): {
  readonly at: InstrumentsAtHand | undefined;
  again(): Promise<void>;
} {
  const { work } = useApp().services;
  const held = useSignal<InstrumentsAtHand | undefined>(undefined);
  const again = useCallback(async () => {
    held.value = await heldInstruments(work);
  }, [work, held]);
  useEffect(() => void again(), [again]);
  return { at: held.value, again };
}
