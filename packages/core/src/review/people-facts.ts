/** The people around the subject and the names that the subject uses online: one record each. */
import { ownerOf } from '../capture/field/field-path.js';
import type { RelatedPerson } from '../record/related-person.js';
import type { Issue, RecordId } from '../shared/index.js';
import type { StoredRecord } from '../store/log/port.js';
import type { Change } from '../store/log/revision.js';
import type { Decided } from './decided.js';
import { type Fact, factsOf, onlyFact, sameness } from './fact.js';
import {
  addedTo,
  appendEntries,
  entryOf,
  NOTHING_HELD,
  newRecord,
  nothingProposed,
  setFact,
} from './proposed.js';

/** One change for each person with any value taken; a person whose values are all stored already makes none. */
export function relatedPersonFacts(
  decided: readonly Decided[],
  subjectId: RecordId,
  held: readonly StoredRecord<'relatedPerson'>[],
  mint: () => RecordId,
  issues: Issue[],
): readonly Change<'relatedPerson'>[] {
  const people = new Map<number | undefined, Decided[]>();
  for (const row of decided) {
    if (ownerOf(row.path) !== 'relatedPersons') continue;
    people.set(row.row.index, [...(people.get(row.row.index) ?? []), row]);
  }
  return [...people.values()].flatMap((rows) => {
    const proposed = nothingProposed({ subjectId, phones: [], emails: [] });
    const name = onlyFact(rows, 'relatedPersons[].name', issues);
    const relationship = onlyFact(rows, 'relatedPersons[].relationship', issues);
    const phones = factsOf(rows, 'relatedPersons[].phones[]');
    const emails = factsOf(rows, 'relatedPersons[].emails[]');
    setFact(proposed, 'name', name);
    setFact(proposed, 'relationship', relationship);
    appendEntries(proposed, 'phones', phones.map(entryOf), NOTHING_HELD);
    appendEntries(proposed, 'emails', emails.map(entryOf), NOTHING_HELD);
    const known = held.some(
      ({ value }) =>
        holdsFact(name && [name], [value.name]) &&
        holdsFact(relationship && [relationship], [value.relationship]) &&
        holdsFact(phones, value.phones) &&
        holdsFact(emails, value.emails),
    );
    return known ? [] : (newRecord('relatedPerson', mint(), proposed, issues) ?? []);
  });
}

function holdsFact(
  facts: readonly Fact[] | undefined,
  held: readonly (RelatedPerson['name'] | undefined)[],
): boolean {
  return (facts ?? []).every(({ path, value }) =>
    held.some((each) => each !== undefined && sameness(path, each) === sameness(path, value)),
  );
}

/** One record for each handle on each platform. An existing one only gains a later day on which it was seen. */
export function onlineIdentifierFacts(
  decided: readonly Decided[],
  subjectId: RecordId,
  held: readonly StoredRecord<'onlineIdentifier'>[],
  mint: () => RecordId,
  issues: Issue[],
): readonly Change<'onlineIdentifier'>[] {
  return factsOf(decided, 'subject.onlineIdentifiers[].asSeen').flatMap((fact) => {
    const [{ readOn }] = fact.rows;
    const known = held.find(
      ({ value }) => value.asSeen === fact.value && value.platform === fact.platform,
    );
    if (known) {
      if (readOn <= (known.value.lastSeenOn ?? known.value.firstSeenOn)) return [];
      const seen = nothingProposed({ lastSeenOn: readOn });
      seen.sources.lastSeenOn = fact.sources;
      return addedTo(known, seen, issues) ?? [];
    }
    const proposed = nothingProposed({ subjectId, firstSeenOn: readOn });
    setFact(proposed, 'asSeen', fact);
    if (fact.platform !== undefined) {
      proposed.fields.platform = fact.platform;
      proposed.sources.platform = fact.sources;
    }
    return newRecord('onlineIdentifier', mint(), proposed, issues) ?? [];
  });
}
