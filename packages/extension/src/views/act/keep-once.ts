/** A save with nothing typed: a signature, a disclosure, an undo. */
import type { Commit } from '@cyber-prevent/core';
import type { Services } from '../../ports/services.js';
import { type Committed, type Made, type SaveOutcome, saveOnce } from './save-once.js';
import { sealedPlace } from './sealed-place.js';

/** Services that a save needs. */
export type Keepers = Pick<Services, 'saves' | 'store' | 'host' | 'work'>;

/**
 * Saves exactly once. A different save still pending under the same name was an earlier act, and is dropped.
 *
 * @param name - of the act and of its object
 * @param of - everything it is made from
 * @throws {PreventError} as a commit of the store does
 */
export async function keepOnce<T extends Committed>(
  services: Keepers,
  name: string,
  of: unknown,
  make: () => Made<T> | Promise<Made<T>>,
): Promise<Exclude<SaveOutcome<T>, { readonly name: 'kept-before' }>> {
  const place = sealedPlace(services.work, name);
  for (;;) {
    const outcome = await saveOnce(services, place, of, make);
    if (outcome.name === 'refused') return outcome;
    // It is saved, so a leftover entry does not concern the officer.
    await place.hold(undefined).catch(() => undefined);
    if (outcome.name === 'kept') return outcome;
  }
}

/** Logs a disclosure before the data leaves. */
export async function logOnce(services: Keepers, name: string, commit: Commit): Promise<void> {
  await keepOnce(services, name, commit, () => ({ ok: true, value: { commit } }));
}
