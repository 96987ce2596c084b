/** A look for a person among the records, as a page may ask: logged before anything is answered. */
import type { SeenAnswer } from '@cyber-prevent/core';
import type { SoughtPerson } from '../../ports/verbs/client-verbs.js';
import type { Session } from '../session.js';

export async function lookSeenBefore(
  { seen, write }: Pick<Session, 'seen' | 'write'>,
  sought: SoughtPerson,
  reason: string,
): Promise<SeenAnswer> {
  // The first reading of everyone must not delay a save.
  await seen.ready();
  return write(undefined, (store) => seen.look(sought, store.consult.bind(store), reason));
}
