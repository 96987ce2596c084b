/** Readings made by hand: the result of reading a page, cell by cell, without the page. */
import type { LabelledValue, Reading } from '../page/reading.js';

/** One value under its label, with any other properties that matter to the test. */
export type ReadingCell = Partial<LabelledValue> & Pick<LabelledValue, 'label' | 'value'>;

/** A reading of a record page with these values, in this order. The nth has the id `f0-n` and its selector is `#vn`. */
export function buildReading(...cells: readonly ReadingCell[]): Reading {
  return {
    url: 'https://rms.example.org/records/17',
    title: 'Record',
    headings: [...new Set(cells.flatMap(({ owner = [] }) => owner))],
    values: cells.map(
      (cell, nth): LabelledValue => ({
        id: `f0-${nth}`,
        kind: 'text',
        owner: [],
        place: { frame: [], selector: `#v${nth}`, verbatim: cell.value },
        visible: true,
        method: 'dt-dd',
        score: 1,
        runnersUp: [],
        ...cell,
      }),
    ),
    unread: [],
    nodeCount: cells.length,
    issues: [],
  };
}
