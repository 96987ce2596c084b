/** Somebody else on record whose name and date of birth a correction would give to this person. */
import { packed } from '../../match/fold.js';
import type { SourceRef } from '../../record/provenance.js';
import type { Issue } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import { isMeantPerson } from '../../store/log/meant.js';
import type { RecordStore } from '../../store/log/port.js';
import type { Commit } from '../../store/log/revision.js';
import { isCommit } from '../../store/prepare.js';

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

/**
 * An issue for each person whom a correction by hand makes like somebody else on record, unless an answer names both.
 * Names nobody, so no look is logged.
 */
export async function alikeIssues(
  commit: Commit,
  store: Pick<RecordStore, 'get' | 'history'>,
  people: () => Promise<readonly NamedOnRecord[]>,
): Promise<readonly Issue[]> {
  if (!isCommit(commit)) return [];
  const issues: Issue[] = [];
  for (const { kind, record: id, set, sources = {}, withdraw } of commit.changes) {
    const told = [...(sources.name ?? []), ...(sources.bornOn ?? [])];
    // What was read of a page, or moved, is compared as a whole.
    const isRead = commit.read?.some(({ subject }) => subject === id) === true;
    if (kind !== 'subject' || withdraw || isRead || told.length === 0) continue;
    const held = await store.get('subject', id);
    if (!held || (await areKnown(told, id, store))) continue;
    const { name, bornOn } = { ...held.value, ...set } as Omit<NamedOnRecord, 'id'>;
    const alike = newlyAlike(held.value, { name, bornOn }, await people());
    const isMeant = ({ id: other }: NamedOnRecord) =>
      (commit.meant ?? []).some(
        (word) => isMeantPerson(word) && word.subject === id && word.others.includes(other),
      );
    if (!alike.every(isMeant)) issues.push(ALIKE_ON_RECORD);
  }
  return issues;
}

/** True if the record had these sources before: an undo gives back what was there. */
async function areKnown(
  told: readonly SourceRef[],
  id: RecordId,
  store: Pick<RecordStore, 'history'>,
): Promise<boolean> {
  const earlier = (await store.history(id)).flatMap(({ sources = {} }) =>
    Object.values(sources).flat(),
  );
  return told.every(({ capture }) => earlier.some((each) => each.capture === capture));
}

export const ALIKE_ON_RECORD: Issue = {
  code: 'person-in-doubt',
  severity: 'error',
  message:
    'Somebody else on record has this name and date of birth. Check that this is the right record, or say that you mean it.',
};
