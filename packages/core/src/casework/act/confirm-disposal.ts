/**
 * Confirms a destruction: the officer types the reference of the record to be destroyed. A press alone could be meant
 * for another record.
 */
import type { Issue } from '../../shared/issue.js';
import type { CaseRoot } from './case-root.js';

/** The force's own reference; otherwise the first eight characters of our id. */
export function disposalReference({ id, value }: CaseRoot): string {
  return value.reference ?? id.slice(0, 8);
}

/** Returns an error unless the typed text is the reference. Case and spaces are ignored. */
export function confirmIssues(reference: string, typed: string | undefined): readonly Issue[] {
  if (typed !== undefined && plain(typed) === plain(reference)) return [];
  return [
    {
      code: 'not-confirmed',
      severity: 'error',
      message: `Enter ${reference} to confirm`,
      at: 'confirmed',
    },
  ];
}

function plain(text: string): string {
  return text.replace(/\s+/gu, '').toLowerCase();
}
