/** Finds subjects by the words of a name or a reference. */
import { makeFinder, type SubjectRow, wordsOf } from '@cyber-prevent/core';
import { subjectText } from './subject-text.js';

/**
 * Subjects that match the words, by name; none before something is typed, since the list of everybody is its own
 * screen.
 */
export function subjectFinder<Row extends SubjectRow = SubjectRow>(): (
  rows: readonly Row[],
  wanted: string,
) => Row[] {
  const find = makeFinder<Row>();
  return (rows, wanted) =>
    wordsOf(wanted).length === 0
      ? []
      : find(rows, { text: wanted, facets: {} }, { fields: {}, text: subjectText }).toSorted(
          (a, b) => a.name.localeCompare(b.name, 'en-GB'),
        );
}
