/** A destruction is confirmed by copying out the reference of what goes: a press alone can be meant for somebody else. */
import type { Issue } from '../../shared/issue.js';
import type { CaseRoot } from './case-root.js';

/** The force's own reference; the first eight characters of our id where there is none. */
export function disposalReference({ id, value }: CaseRoot): string {
  return value.reference ?? id.slice(0, 8);
}

/** An error unless what was typed is the reference, whatever its case and its spaces. */
export function confirmIssues(reference: string, typed: string | undefined): readonly Issue[] {
  if (typed !== undefined && plain(typed) === plain(reference)) return [];
  return [
    {
      code: 'not-confirmed',
      severity: 'error',
      message: `Enter the reference ${reference}`,
      at: 'confirmed',
    },
  ];
}

function plain(text: string): string {
  return text.replace(/\s+/gu, '').toLowerCase();
}
