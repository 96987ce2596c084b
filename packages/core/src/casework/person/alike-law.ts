/** The law of corrections by hand: none makes two people alike without an officer’s word that names both. */
import type { SourceRef } from '../../record/provenance.js';
import type { Issue } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import { isMeantPerson } from '../../store/log/meant.js';
import type { RecordStore } from '../../store/log/port.js';
import type { Commit } from '../../store/log/revision.js';
import { isCommit } from '../../store/prepare.js';
import { ALIKE_ON_RECORD, type NamedOnRecord, newlyAlike } from './same-person.js';

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
    // Values read of a page, or moved, are compared as a whole.
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
