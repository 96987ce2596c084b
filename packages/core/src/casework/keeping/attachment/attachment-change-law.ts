/**
 * The law of changing an attached file: what a file is never changes, it moves to another person only as such and with a
 * reason, and is withdrawn with a reason. Undoing a save goes back one step and no other way.
 */
import { type CodeLists, codeInForce } from '../../../codes/code-list.js';
import type { Attachment } from '../../../record/attachment.js';
import { canonical } from '../../../shared/canonical.js';
import type { Issue } from '../../../shared/issue.js';
import type { PlainDate } from '../../../shared/primitives.js';
import type { HeldRecords, SaidOfSave, SavedRecord } from '../../../store/log/gate.js';
import { issueOf } from '../../act/issue-of.js';
import { HELD_THERE, MOVE_WHY, MOVES } from './move-attachment.js';
import { attachmentsOf, sameFileIssues } from './same-file.js';
import { WITHDRAWAL_WHY, WITHDRAWALS } from './withdraw-attachment.js';

/** Fields that say what the bytes are. */
export const OF_FILE = ['mediaType', 'size', 'width', 'height', 'saysPlace', 'pieces'] as const;
/** Fields that a move sets, all of them and no other. */
export const OF_MOVE = ['movedFrom', 'movedWhy', 'subjectId'] as const;
const OF_WITHDRAWAL = ['withdrawnWhy'];

export interface ChangeContext {
  readonly lists: CodeLists;
  readonly today: PlainDate;
  readonly held: HeldRecords;
  /** Every record of the save. */
  readonly saved: readonly SavedRecord[];
  readonly said: SaidOfSave;
}

/** Issues of one attachment in a save that changes, withdraws or restores it, or makes it. */
export function attachmentChangeIssues(
  record: SavedRecord,
  context: ChangeContext,
): readonly Issue[] {
  const { before, after, restores, set } = record;
  if (!after) return before ? withdrawalIssues(record, context) : [];
  const now = after as unknown as Attachment;
  const was = (before ?? restores)?.value as Attachment | undefined;
  if (!was) return OF_MOVE.some((name) => name !== 'subjectId' && name in set) ? [NOT_MOVED] : [];
  const isSame = OF_FILE.every(
    (name) => canonical(was[name] ?? null) === canonical(now[name] ?? null),
  );
  return [
    ...(isSame ? [] : [FILE_STANDS]),
    ...moveIssues(record, was, now, context),
    ...(restores || was.subjectId !== now.subjectId ? heldIssues(now, context) : []),
  ];
}

function withdrawalIssues(
  { before, set }: SavedRecord,
  { lists, today, said }: ChangeContext,
): readonly Issue[] {
  // Undoing the save that attached it needs no reason: nobody has worked with the file since.
  const isAsAttached = before?.createdAt === before?.updatedAt && before?.heads.length === 1;
  if (said.reason === 'undo' && isAsAttached) return [];
  const { withdrawnWhy } = set;
  const isWith =
    canonical(Object.keys(set)) === canonical(OF_WITHDRAWAL) &&
    typeof withdrawnWhy === 'string' &&
    codeInForce(lists, WITHDRAWALS, withdrawnWhy, today) !== undefined;
  return isWith ? [] : [WITHDRAWAL_WHY];
}

function moveIssues(
  { id, set, restores }: SavedRecord,
  was: Attachment,
  now: Attachment,
  { lists, today, said }: ChangeContext,
): readonly Issue[] {
  const isAs = OF_MOVE.every((name) => (was[name] ?? null) === (now[name] ?? null));
  if (isAs) return [];
  if (restores) return [NOT_MOVED];
  const { subjectId, movedFrom, movedWhy } = now;
  const isBack = subjectId === was.movedFrom && subjectId !== was.subjectId;
  if (said.reason === 'undo' && isBack) return [];
  const isLogged = said.audit.some(
    ({ action, records }) =>
      action === 'combination' && records[0] === subjectId && records.includes(id),
  );
  const isMove =
    canonical(Object.keys(set).toSorted()) === canonical(OF_MOVE) &&
    subjectId !== was.subjectId &&
    movedFrom === was.subjectId &&
    isLogged;
  if (!isMove) return [NOT_MOVED];
  return movedWhy && codeInForce(lists, MOVES, movedWhy, today) ? [] : [MOVE_WHY];
}

/** The other files of the person, as they will be after the save. */
function heldIssues(now: Attachment, { held, saved }: ChangeContext): readonly Issue[] {
  const here = new Map(saved.map((each) => [each.id, each]));
  const staying = attachmentsOf(held.about(now.subjectId), now.subjectId).filter(
    ({ id }) => !here.has(id),
  );
  const coming = saved
    .filter(({ kind, after }) => kind === 'attachment' && after !== undefined)
    .map(({ after }) => after as unknown as Attachment)
    .filter(({ subjectId }) => subjectId === now.subjectId);
  return sameFileIssues(now, [...staying.map(({ value }) => value), ...coming], HELD_THERE);
}

export const FILE_STANDS = issueOf(
  'attachment-stands',
  'pieces',
  'An attached file is never changed. Withdraw it, and attach the right one.',
);
export const NOT_MOVED = issueOf(
  'attachment-not-moved',
  'subjectId',
  'A file goes to another person only when it is moved, with a reason. Open the person’s files, and move it there.',
);
