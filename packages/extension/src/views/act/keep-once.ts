/** A save with nothing typed: a signature, a disclosure, an undo. */
import type { Commit } from '@cyber-prevent/core';
import type { Committed, KeptSave } from '../../app/pending-save.js';
import type { Services } from '../../ports/services.js';
import { type Made, type SaveOutcome, saveOnce } from './save-once.js';
import { sealedPlace } from './sealed-place.js';

/** Services that a save needs. */
export type Keepers = Pick<Services, 'saves' | 'store' | 'host' | 'work'>;

/**
 * Saves exactly once. A different save still pending under the same name was an earlier act, and is dropped; if it
 * cannot be, nothing is saved.
 *
 * @param name - of the act and of its object
 * @param of - everything it is made from
 * @param isInForce - false for an earlier save of the same that has been overtaken since: then it was another act
 * @throws {PreventError} as a commit of the store does
 */
export async function keepOnce<T extends Committed>(
  services: Keepers,
  name: string,
  of: unknown,
  make: () => Made<T> | Promise<Made<T>>,
  isInForce?: (made: T, kept: KeptSave) => Promise<boolean>,
): Promise<Exclude<SaveOutcome<T>, { readonly name: 'kept-before' }>> {
  const place = sealedPlace(services.work, name);
  for (;;) {
    const outcome = await saveOnce(services, place, of, make, isInForce);
    if (outcome.name === 'refused') return outcome;
    if (outcome.name === 'kept') {
      // It is saved, so a leftover entry does not concern the officer.
      await place.hold(undefined).catch(() => undefined);
      return outcome;
    }
    await place.hold(undefined);
  }
}

/** Logs a disclosure before the data leaves. */
export async function logOnce(services: Keepers, name: string, commit: Commit): Promise<void> {
  await keepOnce(services, name, commit, () => ({ ok: true, value: { commit } }));
}
