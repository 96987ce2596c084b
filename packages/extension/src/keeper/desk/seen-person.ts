/** Who is looked for among those held, as a page may ask: bounded, and logged before anything is answered. */
import { MATCH_KINDS, type SeenAnswer } from '@cyber-prevent/core';
import * as v from 'valibot';
import type { Session } from '../session.js';

const Text = v.pipe(v.string(), v.maxLength(2000));

/** What a page says of a person comes from a draft, so nothing in it says where it is held. */
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
  // Reading everybody for the first time must not hold up a save.
  await seen.ready();
  return write(undefined, (store) => seen.look(sought, store.consult.bind(store), reason));
}
