/** A box with a whole text and no label of its own: the text of a page that is open for a change, under the page's title. */
import type { Control } from '../tree/control.js';
import type { PageIndex } from '../tree/page-index.js';
import { type Candidate, SCORE } from './candidate.js';

/** Least letters of a text; anything shorter may be a search or an answer. */
const TEXT_FROM = 100;

/** @param bare - boxes that nothing has labelled */
export function pageTextCandidates(
  index: PageIndex,
  bare: readonly Control[],
  title: string,
): Candidate[] {
  if (title.trim() === '') return [];
  return bare
    .filter(
      ({ at, value }) =>
        index.tags[at] === 'textarea' && value.length >= TEXT_FROM && value.includes('\n'),
    )
    .map(({ at }) => ({ target: at, label: title, method: 'adjacent', score: SCORE.title }));
}
