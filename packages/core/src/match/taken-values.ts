/** The values that a commit takes from captures, by which people are told apart. */
import type { RecordKind } from '../record/kind.js';
import type { RecordId } from '../shared/primitives.js';
import type { StoredRecord } from '../store/log/port.js';
import type { Change } from '../store/log/revision.js';
import { heldPerson } from './held-person.js';
import type { MatchValue } from './person.js';

/** The values by which people are told apart among those that these changes take from the captures. */
export function takenValues(
  changes: readonly Change[],
  captures: ReadonlySet<RecordId>,
): readonly MatchValue[] {
  return changes.flatMap((change) => {
    const refs = change.sources ?? {};
    return valuesSet(change).flatMap(({ at, notedOn: _, ...value }) =>
      at && refs[at.path]?.some(({ capture }) => captures.has(capture)) ? [value] : [],
    );
  });
}

/** The values by which people are told apart among those that these changes set, taken or typed. */
export function setValues(changes: readonly Change[]): readonly MatchValue[] {
  return changes.flatMap(valuesSet).map(({ at: _, notedOn: __, ...value }) => value);
}

/** The values that a change sets, each with its place. */
function valuesSet({ kind, record, set }: Change): readonly MatchValue[] {
  const as = <K extends RecordKind>(wanted: K, empty: object): StoredRecord<K>[] =>
    kind === wanted
      ? [
          {
            kind,
            id: record,
            value: { ...empty, ...given(set, empty) },
          } as unknown as StoredRecord<K>,
        ]
      : [];
  const [subject = NOBODY] = as('subject', NOBODY.value);
  const values = heldPerson(subject, {
    referrals: as('referral', { otherReferences: [] }),
    // One of another shape is for the store to refuse.
    onlineIdentifiers: as('onlineIdentifier', { asSeen: '' }).filter(
      ({ value }) => typeof value.asSeen === 'string',
    ),
  }).values;
  return values.filter(({ text }) => typeof text === 'string' && text !== '');
}

/** The fields that are set, without those that are removed. One of another shape is for the store to refuse. */
function given(set: Change['set'], empty: object): object {
  return Object.fromEntries(
    Object.entries(set).filter(
      ([name, value]) =>
        value !== null && (!Array.isArray(Reflect.get(empty, name)) || Array.isArray(value)),
    ),
  );
}

const NOBODY = {
  kind: 'subject',
  id: '' as RecordId,
  value: { name: '', aliases: [], alsoRecorded: [], phones: [], emails: [], addresses: [] },
} as unknown as StoredRecord<'subject'>;
