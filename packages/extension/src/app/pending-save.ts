/** A save under way, and what is known of it once it was kept: its time, its receipt, and the screen that shows it. */
import type { Change, Commit, Instant, Receipt } from '@cyber-prevent/core';
import type { Services } from '../ports/services.js';
import { keptRoute } from './kept-route.js';
import type { Route } from './route.js';

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

export interface KeptSave {
  readonly at: Instant;
  /** Absent if it was saved too long ago to be undone from here. */
  readonly receipt?: Receipt;
  /** True if it only changed records: to save once more then makes no second one. */
  readonly isChange: boolean;
  /** Screen that shows it; undefined if no screen does. */
  readonly to: Route | undefined;
}

/** True for the content of a save under way, as it is stored with a draft. */
export function isPendingSave(held: unknown): held is PendingSave {
  return typeof held === 'object' && held !== null && 'request' in held && 'made' in held;
}

/**
 * Looks for the request; if too much has been saved since for that, looks for a record that it was to create.
 *
 * @returns undefined if it was not kept
 */
export async function keptSave(
  { saves, store }: Pick<Services, 'saves' | 'store'>,
  { request, made, at }: PendingSave,
): Promise<KeptSave | undefined> {
  const receipt = await saves.kept(request);
  const { changes } = made.commit;
  if (!receipt) {
    const fresh = changes.find(({ parents }) => parents.length === 0);
    if (!fresh || (await store.history(fresh.record)).length === 0) return undefined;
  }
  const main = changes.find(({ record }) => record === Reflect.get(made, 'id')) ?? changes[0];
  return {
    at,
    ...(receipt ? { receipt } : {}),
    isChange:
      changes.some(({ parents }) => parents.length > 0) &&
      // The source of what was changed is no record of its own.
      changes.every(({ kind, parents }) => parents.length > 0 || kind === 'sourceCapture'),
    to: main && (await screenOf(store, main)),
  };
}

async function screenOf(
  store: Services['store'],
  { kind, record, set }: Change,
): Promise<Route | undefined> {
  // It is kept, whether or not the record can be read for its screen.
  const held = await store.get(kind, record).catch(() => undefined);
  return keptRoute(kind, record, { ...set, ...held?.value });
}
