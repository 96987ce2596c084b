/** Searchable text of a subject's row, the same on the list and in the command palette. */
import type { SubjectRow } from '@cyber-prevent/core';

export function subjectText({ name, otherNames, references }: SubjectRow): string {
  return [name, ...otherNames, ...references].join(' ');
}
