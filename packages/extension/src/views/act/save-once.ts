/**
 * Makes a save exactly once, even if the vault locks, the keeper is ended or the page is reloaded between the press and
 * its answer. The commit is stored sealed under its request until its outcome is known; a second press hands in that
 * same commit.
 */
import {
  canonical,
  type Issue,
  PreventError,
  type Receipt,
  type RecordId,
} from '@cyber-prevent/core';
import {
  type Committed,
  type KeptSave,
  keptSave,
  type PendingSave,
} from '../../app/pending-save.js';
import type { Services } from '../../ports/services.js';
import { owesNotice } from './past-recipients.js';

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
  | { readonly name: 'kept-before'; readonly kept: KeptSave };

/** Result of an act, or its errors. */
export type Made<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * @param of - everything the commit is made from, except its time and ids, which are new each time
 * @param make - called only if nothing is pending
 * @param isInForce - false for an earlier save of the same that has been overtaken since: then it was another act
 * @throws {PreventError} as a commit of the store does. If the commit may still have been saved, it stays pending
 */
export async function saveOnce<T extends Committed>(
  services: Pick<Services, 'saves' | 'store' | 'host'>,
  place: PendingPlace,
  of: unknown,
  make: () => Made<T> | Promise<Made<T>>,
  isInForce: (made: T, kept: KeptSave) => Promise<boolean> = async () => true,
): Promise<SaveOutcome<T>> {
  const { saves, host } = services;
  const words = canonical(of ?? null);
  let pending = (await place.held()) as PendingSave<T> | undefined;
  if (pending) {
    const kept = await keptSave(services, pending);
    if (kept && pending.of === words && (await isInForce(pending.made, kept)))
      return outcomeOf(services, pending.made, kept.receipt);
    if (kept) return { name: 'kept-before', kept };
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
  const receipt = await saves.keep(request, made.commit).catch(async (error: unknown) => {
    if (!mayBeKept(error)) await place.hold(undefined).catch(() => undefined);
    throw error;
  });
  return outcomeOf(services, made, receipt);
}

/** Every save asks who is to be told, so that no path that corrects something can forget it. */
async function outcomeOf<T extends Committed>(
  { store }: Pick<Services, 'store'>,
  made: T,
  receipt: Receipt | undefined,
): Promise<SaveOutcome<T>> {
  // The save is made, whether or not the log can be read for its recipients.
  const owed = await owesNotice(store, made.commit.changes).catch(() => undefined);
  return {
    name: 'kept',
    made,
    ...(receipt ? { seq: receipt.seq } : {}),
    ...(owed === undefined ? {} : { owed }),
  };
}

/**
 * Errors that leave the outcome unknown: the vault locked or the store closed. So does any error that is not a
 * `PreventError`. Any other means that nothing was saved.
 */
const UNKNOWN: ReadonlySet<string> = new Set(['CP_STORE_LOCKED', 'CP_STORE_CLOSED']);

function mayBeKept(error: unknown): boolean {
  return !(error instanceof PreventError) || UNKNOWN.has(error.code);
}
