/** Move an attached file to the person whom it is about, with the reason. */
import { codeInForce } from '../../../codes/code-list.js';
import { calledFirst } from '../../../record/ask-for.js';
import type { Attachment } from '../../../record/attachment.js';
import { earliestBirth } from '../../../record/births.js';
import { unbornDays } from '../../../record/day-rule.js';
import { fieldsOf } from '../../../record/kind.js';
import { writtenDate } from '../../../shared/dates.js';
import { failed, type Issue, isError, passed, type Result } from '../../../shared/issue.js';
import type { StoredRecord } from '../../../store/log/port.js';
import type { CaseCommit, CaseContext } from '../../act/context.js';
import { sets } from '../../act/entry.js';
import { issueOf } from '../../act/issue-of.js';
import { SUBJECT_UNKNOWN } from '../../act/subject-unknown.js';
import { attachmentsOf, sameFileIssues } from './same-file.js';

/** The code list of the reasons. */
export const MOVES = 'attachment-move';

export interface MoveAttachmentContext extends CaseContext {
  /** The person whom the file is about. */
  readonly to: StoredRecord<'subject'> | undefined;
  /** Records of that person; others may be among them. */
  readonly records: readonly StoredRecord[];
}

/**
 * Moves the file: from then on it is shown, found, given out and disposed of with the other person. Its history keeps
 * whose it was, who moved it and why.
 *
 * @param why - a code of {@link MOVES}
 */
export function moveAttachment(
  file: StoredRecord<'attachment'>,
  why: string | undefined,
  { to, records, host, lists }: MoveAttachmentContext,
): Result<CaseCommit> {
  const { id, value } = file;
  const code = why && codeInForce(lists, MOVES, why, host.clock.today());
  const issues: Issue[] = [];
  if (!to) issues.push({ ...SUBJECT_UNKNOWN, at: 'subjectId' });
  else if (to.id === value.subjectId) issues.push(SAME_PERSON);
  else {
    const held = attachmentsOf(records, to.id).map((each) => each.value);
    issues.push(...sameFileIssues(value, held, HELD_THERE), ...beforeTheirBirth(value, to));
  }
  if (!code) issues.push(MOVE_WHY);
  if (!to || !code || issues.some(isError)) return failed(...issues);
  const set = { subjectId: to.id, movedFrom: value.subjectId, movedWhy: code.code };
  return passed({
    commit: {
      changes: [sets(file, set)],
      reason: 'correction',
      // A file of one person’s record comes together with another’s: DPA 2018 s.62(1)(e).
      audit: [
        {
          action: 'combination',
          records: [to.id, id],
          fields: ['subjectId'],
          reason: 'correction',
        },
      ],
    },
    id,
  });
}

/** An issue if a day of the file is before the other person was born: the file cannot be about them. */
function beforeTheirBirth(value: Attachment, to: StoredRecord<'subject'>): readonly Issue[] {
  const born = earliestBirth(to.value);
  const days = born ? unbornDays(fieldsOf('attachment'), value, undefined, born) : [];
  const [first] = days.toSorted((one, other) => one.on.localeCompare(other.on));
  if (!born || !first) return [];
  const { field, on } = first;
  const words = `${calledFirst(field)}, ${writtenDate(on)}, is before the date of birth of that person, ${writtenDate(born)}. Choose somebody else, or correct the date that is wrong first.`;
  return [issueOf('date-before-birth', 'subjectId', words)];
}

/** The act to take if the other person has the same file. */
export const HELD_THERE = 'Withdraw this one instead of moving it.';

export const MOVE_WHY = issueOf('attachment-move-why', 'movedWhy', 'Select why the file is moved');

const SAME_PERSON = issueOf(
  'nothing-moves',
  'subjectId',
  'This file is already on the record of that person. Choose somebody else.',
);
