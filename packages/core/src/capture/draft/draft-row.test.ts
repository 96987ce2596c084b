import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmptyMark } from '../../page/label/empty-mark.js';
import { testHost } from '../../testing/host.js';
import { buildReading, type ReadingCell } from '../../testing/reading.js';
import { openDraft } from './open-draft.js';

function open(cells: readonly ReadingCell[]) {
  return openDraft({
    reading: buildReading(...cells),
    adapters: [],
    way: 'page',
    host: testHost(),
  });
}

describe('whatever a page says', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '07700 900415 (mum: 07700 900416)',
      'DS A. Bains, Northmoor Police',
      'Discord: x; y',
      '14/03/2009',
      '1 A Road\nZZ99 1AA',
      '–',
      'x'.repeat(5_000),
    ),
  );
  const cell = fc.record({
    label: fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'Name',
        'DOB',
        'Surname',
        'Forename',
        'Phone',
        'Address',
        'City',
        'Handles',
        'Referred by',
        'Mother',
        'Summary',
        'Role',
        '__proto__',
      ),
    ),
    value: text.filter((each) => each !== ''),
    owner: fc.array(
      fc.constantFrom('Referrer', 'Parent or guardian', 'Subject', 'Bank details', 'x'),
    ),
    visible: fc.boolean(),
  });

  it('opens, cuts every row out of its source, and numbers its rows apart', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), (cells) => {
        const draft = open(cells);
        expect(new Set(draft.rows.map(({ id }) => id)).size).toBe(draft.rows.length);
        for (const { raw, place, madeOf, visible, decision, path } of draft.rows) {
          if (madeOf === undefined) expect(place.verbatim).toContain(raw);
          else for (const { verbatim } of madeOf) expect(raw).toContain(verbatim);
          if (!visible || path === undefined) expect(decision.kind).toBe('leave');
        }
      }),
    );
  });

  it('drops no value, however little is known of it, but a mark for an empty field', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), (cells) => {
        const draft = open(cells);
        const places = draft.rows.flatMap(({ place, madeOf = [], alsoAt = [] }) =>
          [place, ...madeOf, ...alsoAt.map((each) => each.place)].map(({ selector }) => selector),
        );
        cells.forEach(({ value }, nth) => {
          if (!isEmptyMark(value)) expect(places).toContain(`#v${nth}`);
        });
      }),
    );
  });
});
