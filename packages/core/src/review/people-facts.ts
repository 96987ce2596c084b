/** The people around the subject and the names that the subject uses online: one record each. */
import { ownerOf } from '../capture/field/field-path.js';
import { BARE_IP, readTyped } from '../capture/read/read-identifier.js';
import { isStandingIdentifier } from '../record/online-identifier.js';
import type { RelatedPerson } from '../record/related-person.js';
import type { GivenMoment } from '../record/zone.js';
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
import { atRow } from './row-words.js';

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

/**
 * One record for each identifier. An existing one only gains a later day on which it was seen. An IP address is taken
 * with its moment alone.
 */
export function onlineIdentifierFacts(
  decided: readonly Decided[],
  subjectId: RecordId,
  held: readonly StoredRecord<'onlineIdentifier'>[],
  mint: () => RecordId,
  issues: Issue[],
): readonly Change<'onlineIdentifier'>[] {
  return factsOf(decided, 'subject.onlineIdentifiers[].asSeen').flatMap((fact) => {
    const [{ readOn, row }] = fact.rows;
    const typed = fact.platform === undefined ? readTyped(fact.value) : undefined;
    if (typed && !typed.ok) {
      issues.push({ ...BARE_IP, severity: 'error', at: atRow(row) });
      return [];
    }
    const { asSeen, type, seenAt } = typed?.value ?? { asSeen: fact.value };
    const known = held.find(
      ({ value }) =>
        value.subjectId === subjectId &&
        value.asSeen === asSeen &&
        value.platform === fact.platform &&
        isSameMoment(value.seenAt, seenAt) &&
        isStandingIdentifier(value),
    );
    if (known) {
      if (readOn <= (known.value.lastSeenOn ?? known.value.firstSeenOn)) return [];
      const seen = nothingProposed({ lastSeenOn: readOn });
      seen.sources.lastSeenOn = fact.sources;
      return addedTo(known, seen, issues) ?? [];
    }
    const proposed = nothingProposed({ subjectId, firstSeenOn: readOn });
    setFact(proposed, 'asSeen', { ...fact, value: asSeen });
    for (const [name, value] of Object.entries({ type, seenAt })) {
      if (value === undefined) continue;
      proposed.fields[name] = value;
      proposed.sources[name] = fact.sources;
    }
    if (fact.platform !== undefined) {
      proposed.fields.platform = fact.platform;
      proposed.sources.platform = fact.sources;
    }
    return newRecord('onlineIdentifier', mint(), proposed, issues) ?? [];
  });
}

function isSameMoment(one: GivenMoment | undefined, other: GivenMoment | undefined): boolean {
  return one?.on === other?.on && one?.at === other?.at && one?.zone === other?.zone;
}
