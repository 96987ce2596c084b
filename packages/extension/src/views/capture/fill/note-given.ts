/** Keeps that a record was given to another system, and takes that back where it was not. */

import type { RecordId } from '@cyber-prevent/core';
import { failed, type GivenAway, noteWriteBack, type Result, undoSave } from '@cyber-prevent/core';
import type { Services } from '../../../ports/services.js';
import { asIssue } from '../../act/as-issue.js';

export interface Given {
  readonly id: RecordId;
  /** Of the save, by which it can be taken back. */
  readonly seq: number;
}

export async function noteGiven(
  given: GivenAway,
  subject: RecordId,
  services: Pick<Services, 'store' | 'host' | 'lists'>,
): Promise<Result<Given>> {
  const { store, host, lists } = services;
  try {
    const held = await store.get('subject', subject);
    const noted = noteWriteBack(given, { host, lists, subject: held });
    if (!noted.ok) return noted;
    const { seq } = await store.commit(noted.value.commit);
    return { ...noted, value: { id: noted.value.id, seq } };
  } catch (error) {
    return failed(asIssue(error));
  }
}

export async function takeBack(seq: number, store: Services['store']): Promise<Result<true>> {
  try {
    const commit = await undoSave(store, seq);
    if (!commit.ok) return commit;
    await store.commit(commit.value);
    return { ...commit, value: true };
  } catch (error) {
    return failed(asIssue(error));
  }
}
