/** Open source: the authority for viewing a page that anybody can see, or the reason none is needed. */
import type { AuthorityAnswer, Draft } from '../capture/draft.js';
import type { Issue } from '../shared/issue.js';
import type { RecordId } from '../shared/primitives.js';

/** True if any of the origins is open source, so that the officer is asked. */
export function asksAuthority(
  { origins }: Pick<Draft, 'origins'>,
  used: readonly RecordId[] = origins.map(({ id }) => id),
): boolean {
  return origins.some(({ id, hostClass }) => hostClass === 'open-source' && used.includes(id));
}

/** The missing part of the answer, as an issue that stops the save. */
export function authorityIssue(answer: AuthorityAnswer | undefined): Issue | undefined {
  if (!answer?.authority) return AUTHORITY_MISSING;
  if (answer.detail.trim() !== '') return undefined;
  return answer.authority === 'none-needed' ? WHY_NONE : REFERENCE_MISSING;
}

/** The place of an issue about the authority. */
export const AT_AUTHORITY = 'authority';

const AUTHORITY_MISSING: Issue = {
  code: 'authority-missing',
  severity: 'error',
  message: 'Select the authority for looking at open source, or that none is needed',
  at: AT_AUTHORITY,
};
const WHY_NONE: Issue = {
  code: 'authority-why-missing',
  severity: 'error',
  message: 'Enter why no authority is needed',
  at: AT_AUTHORITY,
};
const REFERENCE_MISSING: Issue = {
  code: 'authority-reference-missing',
  severity: 'error',
  message: 'Enter the reference of the authority',
  at: AT_AUTHORITY,
};
