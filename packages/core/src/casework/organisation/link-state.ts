/** State of a link today, and of the organisation that it names. */
import { aboutOfLink } from '../../record/about-link.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { wordPlaces } from './word-place.js';

/**
 * `stands`: the words are those that were joined. `words-changed`: they are others now, or gone, and the link counts for
 * nothing until somebody looks at it again. `undone`: a named act ended it.
 */
export const LINK_STATES = ['stands', 'words-changed', 'undone'] as const;
export type LinkState = (typeof LINK_STATES)[number];

/** Finds a record that is held. */
export type FindRecord = (id: RecordId) => StoredRecord | undefined;

/**
 * Tells whether a link still counts for the words that it was made of.
 *
 * @param about - the record with the words, as it is held; undefined if it is not
 */
export function linkState(
  { value }: Pick<StoredRecord<'organisationLink'>, 'value'>,
  about: Pick<StoredRecord, 'kind' | 'id' | 'value'> | undefined,
): LinkState {
  if (value.undoneOn !== undefined) return 'undone';
  const isSame =
    about !== undefined &&
    aboutOfLink(value)?.id === about.id &&
    wordPlaces(about).some(({ path, words }) => path === value.path && words === value.words);
  return isSame ? 'stands' : 'words-changed';
}

/**
 * The organisation and what it became, one after the other. A circle, which no act makes, ends where it begins again.
 */
export function organisationCourse(
  id: RecordId,
  find: FindRecord,
): readonly StoredRecord<'organisation'>[] {
  const course: StoredRecord<'organisation'>[] = [];
  const seen = new Set<RecordId>();
  for (let next: RecordId | undefined = id; next !== undefined && !seen.has(next); ) {
    seen.add(next);
    const found = find(next);
    if (found?.kind !== 'organisation') break;
    const organisation = found as StoredRecord<'organisation'>;
    course.push(organisation);
    next = organisation.value.becameId;
  }
  return course;
}

/** The ids that mean one organisation to a reader: its own, and those of all that became it. */
export function becameOne(
  id: RecordId,
  all: readonly StoredRecord<'organisation'>[],
): ReadonlySet<RecordId> {
  const ids = new Set([id]);
  for (let before = 0; before < ids.size; ) {
    before = ids.size;
    for (const each of all) {
      const { becameId } = each.value;
      if (becameId !== undefined && ids.has(becameId)) ids.add(each.id);
    }
  }
  return ids;
}
