/** Undoes a save by another save, which is itself made exactly once. */
import { failed, passed, type RecordId, type Result, undoSave } from '@cyber-prevent/core';
import type { Committed, KeptSave } from '../../app/pending-save.js';
import type { Services } from '../../ports/services.js';
import { asIssue } from './as-issue.js';
import { type Keepers, keepOnce } from './keep-once.js';

export interface TakenBack {
  /** Of the undoing save. */
  readonly seq: number | undefined;
  /** The subject of whom somebody was given what is undone now. */
  readonly owed: RecordId | undefined;
}

/** @returns the undoing save; or the reason it cannot be undone. Never rejects. */
export async function takeBack(services: Keepers, seq: number): Promise<Result<TakenBack>> {
  try {
    const outcome = await keepOnce(
      services,
      `take-back/${seq}`,
      seq,
      async () => {
        const undone = await undoSave(services.store, seq);
        return undone.ok ? { ok: true, value: { commit: undone.value } } : undone;
      },
      (made, kept) => isStillUndone(services.store, made, kept),
    );
    if (outcome.name === 'refused') return failed(...outcome.issues);
    return passed({ seq: outcome.seq, owed: outcome.owed });
  } catch (error) {
    return failed(asIssue(error));
  }
}

/**
 * False once a later save has changed a record that an earlier undo had set back: what is left of that undo must not
 * pass for this one.
 */
async function isStillUndone(
  store: Services['store'],
  { commit }: Committed,
  { receipt }: KeptSave,
): Promise<boolean> {
  const own = new Set(receipt?.revisions);
  for (const { record } of commit.changes) {
    const last = (await store.history(record)).at(-1);
    if (!last || !own.has(last.id)) return false;
  }
  return true;
}
