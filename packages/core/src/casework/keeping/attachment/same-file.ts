/** The files of a person, and the one among them that has the same bytes as another. */
import type { Attachment } from '../../../record/attachment.js';
import { writtenDate } from '../../../shared/dates.js';
import type { Issue } from '../../../shared/issue.js';
import type { RecordId } from '../../../shared/primitives.js';
import type { StoredRecord } from '../../../store/log/port.js';
import { issueOf } from '../../act/issue-of.js';

/** The files attached to a person’s record, the latest received first. */
export function attachmentsOf(
  records: readonly StoredRecord[],
  subject: RecordId,
): readonly StoredRecord<'attachment'>[] {
  return records
    .filter((each): each is StoredRecord<'attachment'> => each.kind === 'attachment')
    .filter(({ value }) => value.subjectId === subject)
    .toSorted((one, two) => (one.value.receivedOn < two.value.receivedOn ? 1 : -1));
}

/** True for the same bytes: they have the same names of blobs. */
export function isSameFile(
  one: Pick<Attachment, 'pieces'>,
  other: Pick<Attachment, 'pieces'>,
): boolean {
  return (
    one.pieces.length === other.pieces.length &&
    one.pieces.every(({ blob }, nth) => blob === other.pieces[nth]?.blob)
  );
}

/** The act to take if the same file would be attached again. */
export const NOT_TWICE = 'Take it out of the list.';

/**
 * An issue if the person already has the same file.
 *
 * @param held - the other files of the person
 * @param so - the act to take instead, as a sentence
 */
export function sameFileIssues(
  value: Attachment,
  held: readonly Attachment[],
  so: string,
): readonly Issue[] {
  const same = held.find((other) => other.id !== value.id && isSameFile(other, value));
  return same === undefined
    ? []
    : [
        issueOf(
          'attachment-held',
          'file',
          `This file is attached already, as “${same.name}”, received on ${writtenDate(same.receivedOn)}. ${so}`,
        ),
      ];
}
