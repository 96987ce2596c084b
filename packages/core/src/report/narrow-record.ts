/** Narrows a record to an audience, value by value, and notes the values that it withholds. */
import { fieldsOf, type RecordOf } from '../record/kind.js';
import type { RecordId } from '../shared/primitives.js';
import type { StoredRecord } from '../store/log/port.js';
import type { AudienceView } from './audience.js';
import type { GivenRecord } from './rendered.js';

/** The kinds that a file of referrals has. Any other kind goes by its own procedure, or on paper. */
export type FileKind = 'subject' | 'referral' | 'referrer' | 'relatedPerson' | 'onlineIdentifier';

export interface RecordNarrower {
  /** @param thing - the name of the record in a case file, by which the rules of audiences know it */
  narrow<K extends FileKind>(record: StoredRecord<K>, thing: string): GivenRecord<K>;
  /** Fields with a value that was given, by kind: `subject.bornOn`. */
  readonly fields: ReadonlySet<string>;
  /** Paths of a case file with a value that was withheld. */
  readonly withheld: ReadonlySet<string>;
  /** Labels of the values that are left out because another is recorded elsewhere. */
  readonly disputed: ReadonlySet<string>;
  /** Labels of the values that are left out because they were given on conditions. */
  readonly conditioned: ReadonlySet<string>;
}

/**
 * Narrows records to one audience, each on its own, and adds up what was given and what was withheld.
 *
 * @param isConditioned - says whether the value of a record was given on conditions: a file has no room for them, so it
 * goes into none
 */
export function recordNarrower(
  view: AudienceView,
  isConditioned: (record: RecordId, field: string) => boolean = () => false,
): RecordNarrower {
  const fields = new Set<string>();
  const withheld = new Set<string>();
  const disputed = new Set<string>();
  const conditioned = new Set<string>();
  const narrow: RecordNarrower['narrow'] = ({ kind, id, value }, thing) => {
    const doubted = disputedIn(value);
    const given: Record<string, unknown> = {};
    for (const { name, label, refersTo, required } of fieldsOf(kind)) {
      const held: unknown = Reflect.get(value, name);
      if (held === undefined || held === null) continue;
      if (refersTo !== undefined || name === 'id') {
        if (LINKS.has(name)) given[name] = held;
        continue;
      }
      const isEmpty = Array.isArray(held) && held.length === 0;
      if (!isEmpty && isConditioned(id, name)) {
        conditioned.add(label);
        if (Array.isArray(held) && required) given[name] = [];
        continue;
      }
      const goes = view.goes(`${thing}.${name}`);
      if (goes && !isEmpty && !doubted.has(name) && !NEVER.has(name)) {
        fields.add(`${kind}.${name}`);
        given[name] = held;
        continue;
      }
      // A list that is withheld looks like one without entries.
      if (Array.isArray(held) && required) given[name] = [];
      if (isEmpty) continue;
      if (!goes) withheld.add(`${thing}.${name}`);
      else if (doubted.has(name)) disputed.add(label);
    }
    return given as never;
  };
  return {
    narrow,
    fields,
    withheld,
    disputed,
    conditioned,
  };
}

/** True if there is no value in it, only links and empty lists. */
export function isBare(record: object): boolean {
  return Object.entries(record).every(
    ([name, value]) => LINKS.has(name) || (Array.isArray(value) && value.length === 0),
  );
}

/** Its own id, and its person. Any other record that it names may be withheld. */
const LINKS: ReadonlySet<string> = new Set(['id', 'subjectId']);

/** Values that other systems have: a file has no room to say that they are not ours. Ours are left out as disputed. */
const NEVER: ReadonlySet<string> = new Set(['alsoRecorded']);

/**
 * Names of the fields of which another value is recorded elsewhere. The name stays: a row has to say whom it is about,
 * and every paper has it.
 */
function disputedIn(value: RecordOf<FileKind>): ReadonlySet<string> {
  const others = 'alsoRecorded' in value ? (value.alsoRecorded ?? []) : [];
  return new Set(
    others
      .filter((other) => (other.date ?? other.value) !== Reflect.get(value, other.what))
      .map(({ what }): string => what)
      .filter((what) => what !== 'name'),
  );
}
