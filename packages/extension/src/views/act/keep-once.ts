/** A save for which nothing is typed: a signature, a disclosure, an undoing. */
import type { Commit } from '@cyber-prevent/core';
import type { Services } from '../../ports/services.js';
import { type Committed, type Made, type SaveOutcome, saveOnce } from './save-once.js';
import { sealedPlace } from './sealed-place.js';

/** What a save needs of the services. */
export type Keepers = Pick<Services, 'saves' | 'store' | 'host' | 'work'>;

/**
 * Keeps it once. What was on its way under the name and says something else was another act, and is over.
 *
 * @param name - of the act and of what it is on
 * @param of - all that it is made of
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
    // It is kept: that something may be left of it is no trouble of the officer’s.
    await place.hold(undefined).catch(() => undefined);
    if (outcome.name === 'kept') return outcome;
  }
}

/** Logs a disclosure, before what is disclosed leaves. */
export async function logOnce(services: Keepers, name: string, commit: Commit): Promise<void> {
  await keepOnce(services, name, commit, () => ({ ok: true, value: { commit } }));
}
