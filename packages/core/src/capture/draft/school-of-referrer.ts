/** The school of somebody who writes of "our pupils": offered as the subject's, and never taken by itself. */
import type { Issue } from '../../shared/issue.js';
import { sensitivityOf } from '../field/sensitivity-of.js';
import type { ProposedRow } from './draft-row.js';

const SCHOOL = /\b(?:school|academy|college|university|grammar|utc|sixth form)\b/i;
const LEARNER = '(?:pupils?|students?|learners?)';
const OURS = new RegExp(
  `\\b(?:(?:our|my)\\s+(?:[\\w-]+\\s+){0,3}${LEARNER}|${LEARNER}\\s+(?:here|of ours|at (?:this|our|my))|at (?:our|this|my) (?:school|academy|college)|(?:our|this) (?:school|academy|college)|in (?:our|my) (?:class|form|tutor group|year group))\\b`,
  'i',
);

const ISSUE = {
  code: 'school-of-referrer',
  message: 'This is the school of the person who wrote. Check that the subject goes there.',
  severity: 'warning',
} as const satisfies Issue;

/** Code of the issue of a school that no words give to the subject. */
export const SCHOOL_OF_REFERRER: string = ISSUE.code;

/** The rows with the referrer's school after it, if a text calls its pupils theirs and none gives the subject's. */
export function withSchoolOfReferrer(rows: readonly ProposedRow[]): readonly ProposedRow[] {
  if (rows.some(({ row }) => row.path === 'subject.school')) return rows;
  const school = rows.find(
    ({ row }) => row.path === 'referrer.organisation' && SCHOOL.test(row.value),
  );
  const isOurs = rows.some(({ row, isRunning }) => isRunning === true && OURS.test(row.raw));
  if (!school || !isOurs) return rows;
  const path = 'subject.school';
  const offered: ProposedRow = {
    ...school,
    row: {
      ...school.row,
      id: `${school.row.id}-school`,
      path,
      issues: [...school.row.issues, { ...ISSUE, at: path }],
      sensitivity: sensitivityOf(path),
      freeText: true,
    },
  };
  return rows.flatMap((each) => (each === school ? [each, offered] : [each]));
}
