/** What is searched in a subject's row, on the list and in the command palette alike. */
import type { SubjectRow } from '@cyber-prevent/core';

export function subjectText({ name, otherNames, references }: SubjectRow): string {
  return [name, ...otherNames, ...references].join(' ');
}
