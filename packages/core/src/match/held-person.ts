/** The person that records are about. */
import type { RecordId } from '../shared/primitives.js';
import type { StoredRecord } from '../store/log/port.js';
import { identifierValue } from './identifier.js';
import type { HeldPerson, MatchKind, MatchValue } from './person.js';

/**
 * The values that a stored person can be found by.
 *
 * @param own - the subject’s referrals and online identifiers
 */
export function heldPerson(
  subject: StoredRecord<'subject'>,
  own: {
    readonly referrals?: readonly StoredRecord<'referral'>[];
    readonly onlineIdentifiers?: readonly StoredRecord<'onlineIdentifier'>[];
  } = {},
): HeldPerson {
  const { id, value } = subject;
  const { givenNames: given, familyName: family, alsoRecorded = [] } = value;
  const parts = { ...(given ? { given } : {}), ...(family ? { family } : {}) };
  return {
    id,
    values: [
      { kind: 'name', text: value.name, ...parts, at: { record: id, path: 'name' } },
      ...listed(id, 'name', 'aliases', value.aliases),
      ...(value.bornOn === undefined ? [] : listed(id, 'bornOn', 'bornOn', value.bornOn)),
      ...alsoRecorded.flatMap(({ what, value: text, date, notedOn }, nth): MatchValue[] => {
        const path = `alsoRecorded[${nth}]`;
        if (what === 'bornOn' && date)
          return [
            { kind: 'bornOn', text: date, notedOn, at: { record: id, path: `${path}.date` } },
          ];
        if (what === 'name' && text)
          return [{ kind: 'name', text, notedOn, at: { record: id, path: `${path}.value` } }];
        return [];
      }),
      ...listed(id, 'phone', 'phones', value.phones),
      ...listed(id, 'email', 'emails', value.emails),
      ...value.addresses.map(
        ({ lines, postcode, notedOn }, nth): MatchValue => ({
          kind: 'address',
          text: lines,
          ...(postcode ? { postcode } : {}),
          notedOn,
          at: { record: id, path: `addresses[${nth}].lines` },
        }),
      ),
      ...(own.onlineIdentifiers ?? []).flatMap(({ id: record, value }): readonly MatchValue[] => {
        const told = identifierValue(value);
        const notedOn = value.lastSeenOn ?? value.firstSeenOn;
        return told ? [{ ...told, notedOn, at: { record, path: 'asSeen' } }] : [];
      }),
      ...(own.referrals ?? []).flatMap(({ id: record, value: { reference, otherReferences } }) => [
        ...(reference === undefined ? [] : listed(record, 'reference', 'reference', reference)),
        ...listed(record, 'reference', 'otherReferences', otherReferences),
      ]),
    ],
  };
}

function listed(
  record: RecordId,
  kind: MatchKind,
  name: string,
  values: string | readonly string[],
): readonly MatchValue[] {
  if (typeof values === 'string') return [{ kind, text: values, at: { record, path: name } }];
  return values.map((text, nth) => ({ kind, text, at: { record, path: `${name}[${nth}]` } }));
}
