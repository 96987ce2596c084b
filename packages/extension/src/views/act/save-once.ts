/**
 * A save is made once, whatever dies between the press and its answer: the vault locks, the keeper is ended, the page is reloaded.
 * The commit stands sealed under its request until its outcome is known, and pressed again it is that commit that is handed in.
 */
import {
  type Commit,
  canonical,
  type Instant,
  type Issue,
  PreventError,
} from '@cyber-prevent/core';
import type { Services } from '../../ports/services.js';

/** What an act comes to, whatever else comes with it. */
export interface Committed {
  readonly commit: Commit;
}

/** One commit on its way, with what came with it. */
export interface PendingSave<T extends Committed = Committed> {
  readonly request: string;
  readonly made: T;
  /** What it was made of, in one form: pressed again, other words are another save. */
  readonly of: string;
  readonly at: Instant;
}

/** Where it stands meanwhile, beside what is typed: it goes with that. */
export interface PendingPlace {
  held(): unknown;
  /** @throws {Error} in the officer's words */
  hold(pending: PendingSave | undefined): Promise<void>;
}

export type SaveOutcome<T> =
  /** `seq`: its place; absent where it was kept so long ago that it cannot be taken back from here. */
  | { readonly name: 'kept'; readonly made: T; readonly seq?: number }
  /** Nothing was asked for: the issues say what is wrong. */
  | { readonly name: 'refused'; readonly issues: readonly Issue[] }
  /** It was kept as it was filled in then, and says something else now. */
  | { readonly name: 'kept-before'; readonly at: Instant };

/** What an act comes to, or what is wrong. */
export type Made<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * @param of - all that the commit is made of; not its time or ids, which are made anew each time
 * @param make - asked only where nothing is on its way
 * @throws {PreventError} as a commit of the store does. Where it may have been kept all the same, it stays on its way
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
    if (kept && pending.of === words) return { name: 'kept', made: pending.made, ...kept };
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
  try {
    const { seq } = await saves.keep(request, made.commit);
    return { name: 'kept', made, seq };
  } catch (error) {
    if (!mayBeKept(error)) await place.hold(undefined).catch(() => undefined);
    throw error;
  }
}

/** By its request; where so much was saved since that it is not looked for any more, by a record that it was to make. */
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

/** Errors after which nobody knows: the vault locked, the store closed, or no answer came. Any other says that nothing was kept. */
const UNKNOWN: ReadonlySet<string> = new Set(['CP_STORE_LOCKED', 'CP_STORE_CLOSED']);

function mayBeKept(error: unknown): boolean {
  return !(error instanceof PreventError) || UNKNOWN.has(error.code);
}
