/** Which fields may go out: what the model has room for, and of that what goes without being asked for. */
import { FIELD_PATHS, type FieldPath, fieldOf } from '@cyber-prevent/core/plugin';
import { mapping } from './mapping.js';

const RELATED_NAMED: readonly FieldPath[] = ['relatedPersons[].relationship'];
const PARTS_OF_NAMES: readonly FieldPath[] = ['subject.givenNames', 'subject.familyName'];

const ROOM: ReadonlySet<string> = new Set([
  ...mapping.attributes
    .filter(({ write }) => write)
    .flatMap(({ paths }) => Object.values(paths ?? {})),
  ...Object.values(mapping.joined).flatMap((paths) => Object.values(paths)),
  ...PARTS_OF_NAMES,
  ...RELATED_NAMED,
]);

/** Every field that the model has room for. */
export const WRITABLE_PATHS: readonly FieldPath[] = FIELD_PATHS.filter((path) => ROOM.has(path));

/**
 * What goes out where nobody has said otherwise: no narrative, nothing of third persons, no special category data and no
 * allegation. More is written when an officer approves it.
 */
export const STANDARD_PATHS: readonly FieldPath[] = WRITABLE_PATHS.filter((path) => {
  const { starts, sensitivity } = fieldOf(path);
  return starts !== 'leave' && sensitivity !== 'special' && sensitivity !== 'criminal';
});
