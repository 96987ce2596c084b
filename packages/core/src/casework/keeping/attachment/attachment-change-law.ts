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
import { attachmentsOf, NOT_TWICE, sameFileIssues } from './same-file.js';
import { WITHDRAWAL_WHY, WITHDRAWALS } from './withdraw-attachment.js';

/** Fields that say what the bytes are. */
const OF_FILE = ['mediaType', 'size', 'width', 'height', 'saysPlace', 'pieces'] as const;
/** Fields that a move sets, all of them and no other. */
const OF_MOVE = ['movedFrom', 'movedWhy', 'subjectId'] as const;
const OF_WITHDRAWAL = ['withdrawnWhy'];

type Fields = Readonly<Record<string, unknown>>;

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
  if (!was) return [...madeIssues(set), ...heldIssues(now, NOT_TWICE, context)];
  return [
    ...(isSameBytes(was, now) ? [] : [FILE_STANDS]),
    ...moveIssues(record, was, now, context),
    ...(restores || was.subjectId !== now.subjectId ? heldIssues(now, HELD_THERE, context) : []),
  ];
}

/** Issues of a file that is attached as one that was moved before. */
export function madeIssues(set: Fields): readonly Issue[] {
  return OF_MOVE.some((name) => name !== 'subjectId' && name in set) ? [NOT_MOVED] : [];
}

/** True if the record still says the same of the bytes. */
export function isSameBytes(was: Fields, now: Fields): boolean {
  return OF_FILE.every((name) => canonical(was[name] ?? null) === canonical(now[name] ?? null));
}

/** True if the file is whose it was, moved or not. */
export function isWhereItWas(was: Fields, now: Fields): boolean {
  return OF_MOVE.every((name) => (was[name] ?? null) === (now[name] ?? null));
}

/** True if the file goes back to the person whom it was moved from. */
export function isBack(was: Fields, now: Fields): boolean {
  return now.subjectId === was.movedFrom && now.subjectId !== was.subjectId;
}

/** True if the change moves the file to another person, and does nothing else. */
export function isMove(set: Fields, was: Fields, now: Fields): boolean {
  return isOfMove(set) && now.subjectId !== was.subjectId && now.movedFrom === was.subjectId;
}

/** True if the change sets the fields of a move, and no other. */
export function isOfMove(set: Fields): boolean {
  return canonical(Object.keys(set).toSorted()) === canonical(OF_MOVE);
}

/** True if the change gives a reason for withdrawing the file, and sets nothing else. */
export function saysWithdrawnWhy(set: Fields): set is { readonly withdrawnWhy: string } {
  const { withdrawnWhy } = set;
  return (
    canonical(Object.keys(set)) === canonical(OF_WITHDRAWAL) && typeof withdrawnWhy === 'string'
  );
}

function withdrawalIssues(
  { before, set }: SavedRecord,
  { lists, today, said }: ChangeContext,
): readonly Issue[] {
  // Undoing the save that attached it needs no reason: nobody has worked with the file since.
  const isAsAttached = before?.createdAt === before?.updatedAt && before?.heads.length === 1;
  if (said.reason === 'undo' && isAsAttached) return [];
  const isWith =
    saysWithdrawnWhy(set) && codeInForce(lists, WITHDRAWALS, set.withdrawnWhy, today) !== undefined;
  return isWith ? [] : [WITHDRAWAL_WHY];
}

function moveIssues(
  { id, set, restores }: SavedRecord,
  was: Attachment,
  now: Attachment,
  { lists, today, said }: ChangeContext,
): readonly Issue[] {
  if (isWhereItWas(was, now)) return [];
  if (restores) return [NOT_MOVED];
  if (said.reason === 'undo' && isBack(was, now)) return [];
  const { subjectId, movedWhy } = now;
  const isLogged = said.audit.some(
    ({ action, records }) =>
      action === 'combination' && records[0] === subjectId && records.includes(id),
  );
  if (!isLogged || !isMove(set, was, now)) return [NOT_MOVED];
  return movedWhy && codeInForce(lists, MOVES, movedWhy, today) ? [] : [MOVE_WHY];
}

/** The other files of the person, as they will be after the save. */
function heldIssues(now: Attachment, so: string, { held, saved }: ChangeContext): readonly Issue[] {
  const here = new Map(saved.map((each) => [each.id, each]));
  const staying = attachmentsOf(held.about(now.subjectId), now.subjectId).filter(
    ({ id }) => !here.has(id),
  );
  const coming = saved
    .filter(({ kind, after }) => kind === 'attachment' && after !== undefined)
    .map(({ after }) => after as unknown as Attachment)
    .filter(({ subjectId }) => subjectId === now.subjectId);
  return sameFileIssues(now, [...staying.map(({ value }) => value), ...coming], so);
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
