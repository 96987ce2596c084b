/** Available instruments in a view: read once, and again after one is added or removed. */
import { useSignal } from '@preact/signals';
import { useCallback, useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import type { InstrumentsOfPacks } from '../../ports/packs.js';
import type { Services } from '../../ports/services.js';
import { heldInstruments, type InstrumentsAtHand } from './instrument-files.js';

/** @returns undefined until they are read */
export function useInstruments(): {
  readonly at: InstrumentsAtHand | undefined;
  again(): Promise<void>;
} {
  const { work, policy } = useApp().services;
  const held = useSignal<InstrumentsAtHand | undefined>(undefined);
  const again = useCallback(async () => {
    const [given, packs] = await Promise.all([instrumentsGiven(policy), ofPacks(policy)]);
    held.value = await heldInstruments(work, given, packs);
  }, [work, policy, held]);
  useEffect(() => void again(), [again]);
  return { at: held.value, again };
}

/** The texts that the force's policy gives; none if it cannot be read. */
export function instrumentsGiven(policy: Services['policy']): Promise<readonly string[]> {
  return policy().then(
    ({ instruments = [] }) => instruments,
    () => [],
  );
}

function ofPacks(policy: Services['policy']): Promise<InstrumentsOfPacks | undefined> {
  return policy().then(
    ({ given }) => given?.instruments,
    () => undefined,
  );
}
