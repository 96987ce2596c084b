/** Adds values that a save gave to somebody else. Nothing that is stored about the person is replaced. */
import type { ProcessingCondition } from '../../record/processing-condition.js';
import type { SourceRef } from '../../record/provenance.js';
import type { Subject } from '../../record/subject.js';
import { isSameAddress } from '../../review/address-facts.js';
import { sameAs } from '../../review/fact.js';
import {
  addedTo,
  addSources,
  appendEntries,
  type Entry,
  nothingProposed,
} from '../../review/proposed.js';
import { canonical } from '../../shared/canonical.js';
import type { Issue } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Change } from '../../store/log/revision.js';
import type { FieldValue, GivenValue } from './given-by-save.js';

type Address = Subject['addresses'][number];
type Area = NonNullable<Subject['areas']>[number];
type School = Subject['schools'][number];

const isSameText = sameAs('subject.name');

/** Tests for two entries of a list being one. */
const LISTS: Readonly<Record<string, (held: never, found: never) => boolean>> = {
  aliases: sameAs('subject.aliases[]'),
  phones: sameAs('subject.phones[]'),
  emails: sameAs('subject.emails[]'),
  schools: (held: School, found: School) => isSameText(held.name, found.name),
  areas: (held: Area, found: Area) =>
    held.until === undefined &&
    held.forceArea === found.forceArea &&
    held.localAuthority === found.localAuthority &&
    held.outside === found.outside,
  addresses: isSameAddress satisfies (held: Address, found: Address) => boolean,
  processingConditions: (held: ProcessingCondition, found: ProcessingCondition) =>
    canonical(held) === canonical(found),
};

/** Lists of entries with the day on which each was noted. */
const DATED: ReadonlySet<string> = new Set(['schools', 'addresses', 'areas']);

interface Also {
  readonly what: string;
  readonly value?: string | undefined;
  readonly date?: string | undefined;
  readonly notedOn: PlainDate;
}

/**
 * The change to the person. A value that differs from a stored one is recorded next to it.
 *
 * @param dayOf - the day on which the save noted a value
 * @returns undefined if nothing is new about them, or one of the added issues stops it
 */
export function addGiven(
  to: StoredRecord<'subject'>,
  given: readonly GivenValue[],
  dayOf: (given: GivenValue) => PlainDate,
  issues: Issue[],
): Change<'subject'> | undefined {
  const held = to.value as unknown as Readonly<Record<string, unknown>>;
  const proposed = nothingProposed();
  const lists = new Map<string, Entry<unknown>[]>();
  const also: Entry<Also>[] = [];
  for (const each of given) {
    const { field, value, sources } = each;
    if (field in LISTS) {
      const entry = DATED.has(field) ? { notedOn: dayOf(each), ...(value as object) } : value;
      lists.set(field, [...(lists.get(field) ?? []), { value: entry, sources }]);
      continue;
    }
    const refs: readonly SourceRef[] = Object.values(sources).flat();
    const stored = proposed.fields[field] ?? held[field];
    const text = String(value);
    if (stored === undefined) {
      proposed.fields[field] = value;
      proposed.sources[field] = refs;
    } else if (isSameText(String(stored), text)) addSources(proposed, field, refs, to.sources);
    else {
      const part = field === 'bornOn' ? 'date' : 'value';
      also.push({
        value: { what: field, [part]: text, notedOn: dayOf(each) },
        sources: { [`.${part}`]: refs },
      });
    }
  }
  for (const [name, entries] of lists)
    appendEntries<unknown>(proposed, name, entries, {
      values: (held[name] as readonly unknown[] | undefined) ?? [],
      sources: to.sources,
      isSame: LISTS[name] as (held: unknown, found: unknown) => boolean,
    });
  appendEntries(proposed, 'alsoRecorded', also, {
    values: to.value.alsoRecorded ?? [],
    sources: to.sources,
    isSame: (one: Also, other: Also) =>
      one.what === other.what &&
      isSameText(one.date ?? one.value ?? '', other.date ?? other.value ?? ''),
  });
  return addedTo(to, proposed, issues);
}

/** Values that are not on record about the person yet, in any place. */
export function newValues(
  { value }: StoredRecord<'subject'>,
  given: readonly GivenValue[],
): readonly FieldValue[] {
  const held = value as unknown as Readonly<Record<string, unknown>>;
  const isKnown = ({ field, value: text }: GivenValue): boolean => {
    const isSame = LISTS[field] as ((one: unknown, other: unknown) => boolean) | undefined;
    if (isSame)
      return ((held[field] as readonly unknown[] | undefined) ?? []).some((each) =>
        isSame(each, text),
      );
    const beside = (value.alsoRecorded ?? []).filter(({ what }) => what === field);
    return [held[field], ...beside.map((each) => each.date ?? each.value)].some(
      (each) => each !== undefined && isSameText(String(each), String(text)),
    );
  };
  return given
    .filter((each) => !isKnown(each))
    .map(({ field, value: text }) => ({ field, value: text }));
}
