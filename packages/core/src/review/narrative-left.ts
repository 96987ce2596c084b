/** A narrative that is left: the referral then does not say why, and the officer says once that it is meant so. */
import { type Draft, type DraftRow, decidedValue } from '../capture/draft.js';
import { isOfAnother } from '../capture/name/choose-person.js';
import type { Issue } from '../shared/issue.js';

type Rows = Pick<Draft, 'rows' | 'people'>;

const NARRATIVE = 'referral.narrative';

/** The account that the draft has and does not take. Empty if any of it is taken, or there is none. */
export function narrativeLeft(draft: Rows): readonly DraftRow[] {
  const own = draft.rows.filter((row) => row.path === NARRATIVE && !isOfAnother(draft, row));
  if (own.some((row) => decidedValue(row) !== undefined)) return [];
  // A part of the page that is not on screen is not what the officer would have read as the account.
  return own.filter(({ visible, decision }) => visible && decision.kind === 'leave');
}

/** True while it is still to be asked whether the referral shall not say why. */
export function asksNarrative(draft: Rows & Pick<Draft, 'withoutNarrative'>): boolean {
  return draft.withoutNarrative !== true && narrativeLeft(draft).length > 0;
}

/** A code of `narrative-omission`, for a referral whose officer left the narrative on purpose. */
export function omissionOf(
  draft: Rows & Pick<Draft, 'withoutNarrative'>,
): 'left-by-choice' | undefined {
  return draft.withoutNarrative && narrativeLeft(draft).length > 0 ? 'left-by-choice' : undefined;
}

/** The place of the question about the narrative. */
export const AT_NARRATIVE = 'narrative';

/** The issue of a new referral whose narrative is left, until the officer has said that it is meant. */
export const NARRATIVE_LEFT: Issue = {
  code: 'narrative-left',
  severity: 'error',
  message: 'Say whether the referral is saved without its narrative, or take the narrative',
  at: AT_NARRATIVE,
};
