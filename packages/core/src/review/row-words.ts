/**
 * The issues of a row and their place, kept separate from the readers so that a panel can show them before those are
 * loaded.
 */
import type { DraftRow } from '../capture/draft.js';
import { fieldOf } from '../capture/field/field-path.js';
import type { Issue } from '../shared/issue.js';

/** The place of an issue about a row: the row's id, then a space and its path if it has one. */
export function atRow(row: DraftRow): string {
  return row.path === undefined ? row.id : `${row.id} ${row.path}`;
}

/** True if the row, or its kind of fact, is sensitive processing. An adapter can raise this, never lower it. */
export function isSpecial(row: DraftRow): boolean {
  return (
    row.sensitivity === 'special' ||
    (row.path !== undefined && fieldOf(row.path).sensitivity === 'special')
  );
}

/** The issue for special data taken without the document that the law requires (DPA 2018 s.42 and Schedule 1). */
export const POLICY_DOCUMENT_MISSING: Issue = {
  code: 'policy-document-missing',
  severity: 'error',
  message:
    'Leave this, or enter the reference of your force’s appropriate policy document in settings: special category data needs one',
};

/**
 * True if special category data may be taken: it needs the force's policy document, except in a practice vault, which
 * contains nobody real.
 */
export function mayTakeSpecial({
  policyReference = '',
  practice,
}: {
  readonly policyReference?: string | undefined;
  readonly practice: boolean;
}): boolean {
  return practice || policyReference.trim() !== '';
}
