/** Which kind of captured value stands in a property of a record, told from the place that its sources are under. */
import { FIELD_PATHS, type FieldPath } from '../capture/field/field-path.js';
import type { RecordKind } from '../record/kind.js';

/** Where a record holds it under another name than the path has. */
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
 * @param place - as sources are held: `name`, `phones[0]`, `addresses[1].lines`, `alsoRecorded[0].value`
 * @param value - the record’s own value, which says what a value beside another is
 * @returns undefined where no captured value stands there
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
