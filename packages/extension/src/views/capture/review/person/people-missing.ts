import { type Draft, type Issue, peopleListed } from '@cyber-prevent/core';
import { t } from '../../../../locales/late.js';
import { peopleControl } from '../answer-control.js';

/** Issues that result when nobody on a list has been chosen: nothing was taken, or no name. */
const UNANSWERED: ReadonlySet<string> = new Set(['name-missing', 'nothing-taken']);

/** Replaces those issues with the request to choose a person, as long as nobody on the list is chosen. */
export function askingWhose(draft: Draft, issues: readonly Issue[]): readonly Issue[] {
  const nth = peopleListed(draft).findIndex(({ chosen }) => chosen === undefined);
  if (nth < 0) return issues;
  return issues.map((issue) =>
    UNANSWERED.has(issue.code)
      ? { ...issue, message: t('review.people.missing'), at: peopleControl(nth) }
      : issue,
  );
}
