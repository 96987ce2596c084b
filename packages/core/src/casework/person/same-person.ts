/** Somebody else on record whose name and date of birth a correction would give to this person. */
import { packed } from '../../match/fold.js';
import type { Issue } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { Commit } from '../../store/log/revision.js';

export interface NamedOnRecord {
  readonly id: RecordId;
  readonly name: string;
  readonly bornOn?: PlainDate | undefined;
}

/**
 * The others who would have the same name and date of birth, and do not have them yet: the officer may be on the wrong
 * one of two records.
 *
 * @param before - the person as recorded now
 */
export function newlyAlike(
  before: NamedOnRecord,
  after: Omit<NamedOnRecord, 'id'>,
  people: readonly NamedOnRecord[],
): readonly NamedOnRecord[] {
  const isLike = (one: Omit<NamedOnRecord, 'id'>, other: NamedOnRecord): boolean =>
    one.bornOn !== undefined &&
    one.bornOn === other.bornOn &&
    packed(one.name) === packed(other.name);
  return people.filter(
    (other) => other.id !== before.id && isLike(after, other) && !isLike(before, other),
  );
}

/** The officer’s word that the person is meant although others are then alike, for the commit. */
export function meantBeside(
  subject: RecordId,
  others: readonly NamedOnRecord[],
): Pick<Commit, 'meant'> {
  if (others.length === 0) return {};
  return { meant: [{ subject, names: [], born: [], others: others.map(({ id }) => id) }] };
}

export const ALIKE_ON_RECORD: Issue = {
  code: 'person-in-doubt',
  severity: 'error',
  message:
    'Somebody else on record has this name and date of birth. Check that this is the right record, or say that you mean it.',
};
