import { type Draft, type Issue, peopleListed } from '@cyber-prevent/core';
import { t } from '../../../../locales/late.js';
import { peopleControl } from '../answer-control.js';

/** Nothing was taken, or no name: what a list of people comes to while nobody of it is chosen. */
const UNANSWERED: ReadonlySet<string> = new Set(['name-missing', 'nothing-taken']);

/** While nobody of a list is chosen, answering that is what to do. */
export function askingWhose(draft: Draft, issues: readonly Issue[]): readonly Issue[] {
  const nth = peopleListed(draft).findIndex(({ chosen }) => chosen === undefined);
  if (nth < 0) return issues;
  return issues.map((issue) =>
    UNANSWERED.has(issue.code)
      ? { ...issue, message: t('review.people.missing'), at: peopleControl(nth) }
      : issue,
  );
}
