/** Record that a record was entered in another system, and the reference that the system returned. */
import type { RecordOf } from '../../record/kind.js';
import { failed, type Result } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { AuditEntry } from '../../store/log/revision.js';
import type { CaseCommit, CaseContext } from '../act/context.js';
import { entryOf, makes, sets, unless } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';

export interface WriteBackContext extends CaseContext {
  /** The stored subject; undefined if there is none, or no longer one. */
  readonly subject: StoredRecord<'subject'> | undefined;
}

export type GivenAway = Pick<
  RecordOf<'writeBack'>,
  'ofKind' | 'of' | 'way' | 'system' | 'url' | 'labels'
> & { readonly reference?: string };

/**
 * Makes the note, with a log entry that personal data went to another system.
 *
 * @param isMeant - true if the form showed signs of another person, and the officer said that it is about this one: the
 * log entry says so
 */
export function noteWriteBack(
  given: GivenAway,
  context: WriteBackContext,
  isMeant = false,
): Result<CaseCommit> {
  const { subject, host } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const checked = entryOf(
    'writeBack',
    { ...given, subjectId: subject.id, givenAt: host.clock.now() },
    context,
  );
  if (!checked.ok) return checked;
  const { value } = checked;
  const disclosure: AuditEntry = {
    action: 'disclosure',
    records: [subject.id, value.of],
    fields: [],
    reason: 'case-work',
    recipients: ['force-system', value.system],
  };
  return unless([], () => ({
    commit: {
      changes: [makes('writeBack', value)],
      reason: 'case-work',
      audit: [disclosure],
      ...(isMeant
        ? { meant: [{ subject: subject.id, names: [], born: [], others: [], isForm: true }] }
        : {}),
    },
    id: value.id,
  }));
}

/**
 * Stores the reference on the note. An existing one is replaced only by an explicit correction.
 *
 * @param isMeant - true if the officer was asked whose it is, and said that it is this person’s
 */
export function keepReference(
  held: StoredRecord<'writeBack'>,
  reference: string,
  isMeant = false,
): Result<CaseCommit> {
  const tidy = reference.trim();
  if (tidy === '')
    return failed({
      code: 'missing',
      severity: 'error',
      message: 'Enter the reference that the system gave',
      at: 'reference',
    });
  return unless([], () => ({
    commit: {
      changes: [sets(held, { reference: tidy })],
      reason: 'case-work',
      ...(isMeant ? { meant: [{ subject: held.value.subjectId, reference: tidy }] } : {}),
    },
    id: held.id,
  }));
}

/** Notes on one record; the latest comes first. */
export function writeBacksOf(
  records: readonly StoredRecord<'writeBack'>[],
  of: RecordId,
): readonly StoredRecord<'writeBack'>[] {
  return records
    .filter(({ value }) => value.of === of)
    .toSorted((a, b) => (a.value.givenAt < b.value.givenAt ? 1 : -1));
}
