/** An issue in one line: its code, its place, its sentence. */
import type { Issue } from '../../shared/issue.js';

export function issueOf(
  code: string,
  at: string,
  message: string,
  severity: Issue['severity'] = 'error',
): Issue {
  return { code, severity, message, at };
}
