/** The person looked for among the records, as a page may ask: bounded, and logged before anything is answered. */
import { MATCH_KINDS, type SeenAnswer } from '@cyber-prevent/core';
import * as v from 'valibot';
import type { Session } from '../session.js';

const Text = v.pipe(v.string(), v.maxLength(2000));

/** A person's details from a page's draft, so none of them says where it is recorded. */
export const SoughtPerson = v.strictObject({
  values: v.pipe(
    v.array(
      v.strictObject({
        kind: v.picklist(MATCH_KINDS),
        text: Text,
        given: v.exactOptional(Text),
        family: v.exactOptional(Text),
        platform: v.exactOptional(Text),
        postcode: v.exactOptional(Text),
      }),
    ),
    v.maxLength(500),
  ),
});
export type SoughtPerson = v.InferOutput<typeof SoughtPerson>;

export async function lookSeenBefore(
  { seen, write }: Pick<Session, 'seen' | 'write'>,
  sought: SoughtPerson,
  reason: string,
): Promise<SeenAnswer> {
  // The first reading of everyone must not delay a save.
  await seen.ready();
  return write(undefined, (store) => seen.look(sought, store.consult.bind(store), reason));
}
