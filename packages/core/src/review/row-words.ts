/** What is said of a row and where, apart from the readers, so that a panel can say it before they are loaded. */
import type { DraftRow } from '../capture/draft.js';
import { fieldOf } from '../capture/field/field-path.js';
import type { Issue } from '../shared/issue.js';

/** Where an issue about a row stands: the row's id, a space, and its path where it has one. */
export function atRow(row: DraftRow): string {
  return row.path === undefined ? row.id : `${row.id} ${row.path}`;
}

/** Whether the row, or its kind of fact, is sensitive processing. An adapter can raise this, never lower it. */
export function isSpecial(row: DraftRow): boolean {
  return (
    row.sensitivity === 'special' ||
    (row.path !== undefined && fieldOf(row.path).sensitivity === 'special')
  );
}

/** What is said when special data is taken without the document that the law asks for (DPA 2018 s.42 and Schedule 1). */
export const POLICY_DOCUMENT_MISSING: Issue = {
  code: 'policy-document-missing',
  severity: 'error',
  message:
    'Leave this, or enter the reference of your force’s appropriate policy document in settings: special category data needs one',
};

/** Special category data needs the force's policy document, but in a practice vault, which holds nobody real. */
export function mayTakeSpecial({
  policyReference = '',
  practice,
}: {
  readonly policyReference?: string | undefined;
  readonly practice: boolean;
}): boolean {
  return practice || policyReference.trim() !== '';
}
