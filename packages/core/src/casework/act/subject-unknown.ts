/** Kept separate so that a panel can show it without loading the kinds of record. */
import type { Issue } from '../../shared/issue.js';

/** The issue for an act about a subject who is no longer held. */
export const SUBJECT_UNKNOWN: Issue = {
  code: 'subject-unknown',
  severity: 'error',
  message: 'This person’s record is no longer here. Choose the person again.',
  at: 'subjectId',
};
