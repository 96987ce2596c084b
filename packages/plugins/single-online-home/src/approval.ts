/** The fields that may be sent: those with a place in the model, and those among them that are sent by default. */
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

/** Every field with a place in the model. */
export const WRITABLE_PATHS: readonly FieldPath[] = FIELD_PATHS.filter((path) => ROOM.has(path));

/**
 * The fields sent by default: no narrative, nothing about third persons, no special category data and no allegation.
 * More are written when an officer approves them.
 */
export const STANDARD_PATHS: readonly FieldPath[] = WRITABLE_PATHS.filter((path) => {
  const { starts, sensitivity } = fieldOf(path);
  return starts !== 'leave' && sensitivity !== 'special' && sensitivity !== 'criminal';
});
