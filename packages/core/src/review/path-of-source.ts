/** Finds the kind of captured value in a property of a record, from the place of its sources. */
import { FIELD_PATHS, type FieldPath } from '../capture/field/field-path.js';
import type { RecordKind } from '../record/kind.js';

/** Properties whose name in the record differs from the path. */
const ELSEWHERE: Readonly<Partial<Record<FieldPath, string>>> = {
  'subject.school': 'subject.schools.name',
  'subject.address': 'subject.addresses.lines',
  'subject.postcode': 'subject.addresses.postcode',
  'subject.onlineIdentifiers[].asSeen': 'onlineIdentifier.asSeen',
};

const PLACES = new Map(
  FIELD_PATHS.map((path) => [
    ELSEWHERE[path] ?? path.replace(/^relatedPersons\[\]/, 'relatedPerson').replace(/\[\]/g, ''),
    path,
  ]),
);

/**
 * Finds the path of a captured value.
 *
 * @param place - as sources are stored: `name`, `phones[0]`, `addresses[1].lines`, `alsoRecorded[0].value`
 * @param value - the record’s own value, which shows the kind of a value in `alsoRecorded`
 * @returns undefined when no captured value belongs there
 */
export function pathOfSource(
  kind: RecordKind,
  place: string,
  value: object,
): FieldPath | undefined {
  const beside = /^alsoRecorded\[(\d+)\]/.exec(place);
  const name = beside ? besideAt(value, Number(beside[1])) : place.replace(/\[\d+\]/g, '');
  return PLACES.get(`${kind}.${name}`);
}

function besideAt(value: object, index: number): string {
  const entries: unknown = Reflect.get(value, 'alsoRecorded');
  const entry: unknown = Array.isArray(entries) ? entries[index] : undefined;
  return typeof entry === 'object' && entry !== null ? String(Reflect.get(entry, 'what')) : '';
}
