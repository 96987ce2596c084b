/**
 * Makes a save exactly once, even if the vault locks, the keeper is ended or the page is reloaded between the press and
 * its answer. The commit is stored sealed under its request until its outcome is known; a second press hands in that
 * same commit.
 */
import {
  type Commit,
  canonical,
  type Instant,
  type Issue,
  PreventError,
  type RecordId,
} from '@cyber-prevent/core';
import type { Services } from '../../ports/services.js';
import { owesNotice } from './past-recipients.js';

/** Result of an act: a commit, perhaps with more. */
export interface Committed {
  readonly commit: Commit;
}

/** One commit under way, with its accompanying values. */
export interface PendingSave<T extends Committed = Committed> {
  readonly request: string;
  readonly made: T;
  /** Everything the commit is made from, in canonical form: different words on a second press are another save. */
  readonly of: string;
  readonly at: Instant;
}

/** Stores the pending save next to the draft, and is discarded with it. */
export interface PendingPlace {
  held(): unknown;
  /** @throws {Error} in the officer's words */
  hold(pending: PendingSave | undefined): Promise<void>;
}

export type SaveOutcome<T> =
  | {
      readonly name: 'kept';
      readonly made: T;
      /** Its sequence number; absent if it was saved too long ago to be undone from here. */
      readonly seq?: number;
      /** The subject whose data it corrected after somebody was given it: they must be told. */
      readonly owed?: RecordId;
    }
  /** Nothing was saved: the issues say what is wrong. */
  | { readonly name: 'refused'; readonly issues: readonly Issue[] }
  /** Saved earlier, as it was filled in then; the form says something else now. */
  | { readonly name: 'kept-before'; readonly at: Instant };

/** Result of an act, or its errors. */
export type Made<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * @param of - everything the commit is made from, except its time and ids, which are new each time
 * @param make - called only if nothing is pending
 * @throws {PreventError} as a commit of the store does. If the commit may still have been saved, it stays pending
 */
export async function saveOnce<T extends Committed>(
  services: Pick<Services, 'saves' | 'store' | 'host'>,
  place: PendingPlace,
  of: unknown,
  make: () => Made<T> | Promise<Made<T>>,
): Promise<SaveOutcome<T>> {
  const { saves, host } = services;
  const words = canonical(of ?? null);
  let pending = (await place.held()) as PendingSave<T> | undefined;
  if (pending) {
    const kept = await keptBefore(services, pending);
    if (kept && pending.of === words) return outcomeOf(services, pending.made, kept);
    if (kept) return { name: 'kept-before', at: pending.at };
    if (pending.of !== words) {
      await place.hold(undefined);
      pending = undefined;
    }
  }
  if (!pending) {
    const made = await make();
    if (!made.ok) return { name: 'refused', issues: made.issues };
    pending = { request: host.random.id(), made: made.value, of: words, at: host.clock.now() };
    await place.hold(pending);
  }
  const { request, made } = pending;
  const { seq } = await saves.keep(request, made.commit).catch(async (error: unknown) => {
    if (!mayBeKept(error)) await place.hold(undefined).catch(() => undefined);
    throw error;
  });
  return outcomeOf(services, made, { seq });
}

/** Every save asks who is to be told, so that no path that corrects something can forget it. */
async function outcomeOf<T extends Committed>(
  { store }: Pick<Services, 'store'>,
  made: T,
  place: { readonly seq?: number },
): Promise<SaveOutcome<T>> {
  // The save is made, whether or not the log can be read for its recipients.
  const owed = await owesNotice(store, made.commit.changes).catch(() => undefined);
  return { name: 'kept', made, ...place, ...(owed === undefined ? {} : { owed }) };
}

/** Looks for the request; if too much has been saved since for that, looks for a record that it was to create. */
async function keptBefore(
  { saves, store }: Pick<Services, 'saves' | 'store'>,
  { request, made }: PendingSave,
): Promise<{ readonly seq?: number } | undefined> {
  const receipt = await saves.kept(request);
  if (receipt) return { seq: receipt.seq };
  const fresh = made.commit.changes.find(({ parents }) => parents.length === 0);
  if (!fresh) return undefined;
  return (await store.history(fresh.record)).length > 0 ? {} : undefined;
}

/**
 * Errors that leave the outcome unknown: the vault locked or the store closed. So does any error that is not a
 * `PreventError`. Any other means that nothing was saved.
 */
const UNKNOWN: ReadonlySet<string> = new Set(['CP_STORE_LOCKED', 'CP_STORE_CLOSED']);

function mayBeKept(error: unknown): boolean {
  return !(error instanceof PreventError) || UNKNOWN.has(error.code);
}
