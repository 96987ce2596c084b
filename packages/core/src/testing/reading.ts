/** Readings made by hand: what a page would say, cell by cell, without the page. */
import type { LabelledValue, Reading } from '../page/reading.js';

/** One value under its label; whatever else matters to the test. */
export type ReadingCell = Partial<LabelledValue> & Pick<LabelledValue, 'label' | 'value'>;

/** A reading of a record page with these values, in this order. The nth has the id `f0-n` and stands at `#vn`. */
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
