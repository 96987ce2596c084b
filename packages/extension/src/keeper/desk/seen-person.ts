/** A look for a person among the records, as a page may ask: logged before anything is answered. */
import type { SeenAnswer } from '@cyber-prevent/core';
import type { SoughtPerson } from '../../ports/verbs/client-verbs.js';
import type { Session } from '../session.js';
import { openSeen } from './closed-reads.js';

export async function lookSeenBefore(
  { seen, write, closed }: Pick<Session, 'seen' | 'write' | 'closed'>,
  sought: SoughtPerson,
  reason: string,
): Promise<SeenAnswer> {
  // The first reading of everyone must not delay a save.
  await seen.ready();
  const ids = await closed.ids();
  // Nobody whose record is closed to the officer is looked at, so nothing of them is logged either.
  return write(undefined, async (store) =>
    openSeen(
      await seen.look(
        sought,
        (found, why) =>
          store.consult(
            found.filter((id) => !ids.has(id)),
            why,
          ),
        reason,
      ),
      ids,
    ),
  );
}
