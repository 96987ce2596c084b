/** By itself, so that a panel can say it without loading the kinds of record. */
import type { Issue } from '../../shared/issue.js';

/** What is said where an act is about a subject who is not held any more. */
export const SUBJECT_UNKNOWN: Issue = {
  code: 'subject-unknown',
  severity: 'error',
  message: 'This subject is not held any more. Choose the subject again.',
  at: 'subjectId',
};
