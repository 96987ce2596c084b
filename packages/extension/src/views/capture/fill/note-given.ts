/** Saves a note that a record was given to another system. */
import {
  failed,
  type GivenAway,
  noteWriteBack,
  passed,
  type RecordId,
  type Result,
} from '@cyber-prevent/core';
import type { Services } from '../../../ports/services.js';
import { asIssue } from '../../act/as-issue.js';
import { type Keepers, keepOnce } from '../../act/keep-once.js';

export interface Given {
  readonly id: RecordId;
  /** Sequence number of the save, for undoing it; absent if it was saved long ago. */
  readonly seq: number | undefined;
}

/**
 * Never rejects: any failure becomes an issue.
 *
 * @param isMeant - true if the form was in doubt, and the officer said that it is about this person
 */
export async function noteGiven(
  given: GivenAway,
  subject: RecordId,
  services: Keepers & Pick<Services, 'lists'>,
  isMeant = false,
): Promise<Result<Given>> {
  const { store, host, lists } = services;
  try {
    const outcome = await keepOnce(services, `given/${given.of}`, [given, isMeant], async () => {
      const held = await store.get('subject', subject);
      return noteWriteBack(given, { host, lists, subject: held }, isMeant);
    });
    if (outcome.name === 'refused') return failed(...outcome.issues);
    const { made, seq } = outcome;
    return passed({ id: made.id, seq });
  } catch (error) {
    return failed(asIssue(error));
  }
}
