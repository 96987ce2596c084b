/**
 * Move records to another subject, after a save on the wrong one. The records are otherwise unchanged; the history
 * keeps both.
 */
import type { RecordKind } from '../../record/kind.js';
import { RECORD_LABELS } from '../../record/kind.js';
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Change, Commit } from '../../store/log/revision.js';

/** Kinds that name a subject and can name another. */
const MOVABLE = [
  'referral',
  'decision',
  'intervention',
  'intelligenceNote',
  'safeguardingConcern',
  'onlineIdentifier',
  'offence',
  'relatedPerson',
  'hold',
  'identification',
  'promise',
  'participation',
  'processingBasis',
  'telling',
  'contactPlan',
  'contactCheck',
  'sharingPermission',
] as const satisfies readonly RecordKind[];

export interface Move {
  /** The records as the officer saw them. */
  readonly records: readonly StoredRecord[];
  readonly to: StoredRecord<'subject'>;
}

/**
 * Re-links the records. An entry and the one it corrects go together, as do a referral and its decisions. Separating
 * them is an issue; `held` is the records of the subject they leave.
 */
export function moveToSubject(
  { records, to }: Move,
  held: readonly StoredRecord[] = records,
): Result<Commit> {
  const fixed = records.filter(({ kind }) => !isMovable(kind));
  if (fixed.length > 0) return failed(...fixed.map(({ kind }) => cannotMove(kind)));
  const moving = records.filter(({ value }) => subjectOf(value) !== to.id);
  if (moving.length === 0) return failed(NOTHING_MOVES);
  const ids = new Set(moving.map(({ id }) => id));
  const parted = held.some(({ id, value }) =>
    linksOf(value).some((other) => ids.has(id) !== ids.has(other)),
  );
  if (parted) return failed(PARTED);
  const changes = moving.map(
    ({ kind, id, heads }): Change => ({
      kind,
      record: id,
      parents: heads,
      set: { subjectId: to.id } as Change['set'],
    }),
  );
  return passed({ changes, reason: 'correction' });
}

/** True if a record of the kind can belong to another subject. */
export function isMovable(kind: RecordKind): boolean {
  return (MOVABLE as readonly RecordKind[]).includes(kind);
}

function subjectOf(value: StoredRecord['value']): RecordId | undefined {
  return 'subjectId' in value ? value.subjectId : undefined;
}

/** The records that this one belongs to, besides its subject. */
function linksOf(value: StoredRecord['value']): readonly RecordId[] {
  const named = value as { readonly [K in (typeof LINKS)[number]]?: RecordId };
  return LINKS.flatMap((link) => named[link] ?? []);
}

const LINKS = [
  'corrects',
  'followsUp',
  'referralId',
  'loggedFrom',
  'identificationId',
  'replaces',
  'assessmentId',
] as const;

function cannotMove(kind: RecordKind): Issue {
  if (kind === 'attachment') return FILE_APART;
  return {
    code: 'cannot-move',
    severity: 'error',
    message: `${RECORD_LABELS[kind].one}: this does not belong to one subject, so it cannot be moved. Choose the others.`,
  };
}

/** A file is moved with a reason, which a save that is moved has none of. */
const FILE_APART: Issue = {
  code: 'cannot-move',
  severity: 'error',
  message:
    'A file is moved by itself, with a reason. Open the files of the person, and move it there.',
};

const NOTHING_MOVES: Issue = {
  code: 'nothing-moves',
  severity: 'error',
  message: 'Choose what to move: nothing chosen is on another subject',
};

const PARTED: Issue = {
  code: 'would-be-parted',
  severity: 'error',
  message:
    'Move an entry together with the one it corrects, and a referral together with the decisions on it',
};
