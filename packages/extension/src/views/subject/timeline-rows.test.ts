import type { PlainDate, RecordId, TimelineEntry } from '@cyber-prevent/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isFolded, timelineRows } from './timeline-rows.js';

const anyEntries = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.boolean()), { maxLength: 40 })
  .map((made) =>
    made
      .toSorted(([a], [b]) => a - b)
      .map(
        ([on, isNoting], nth): TimelineEntry => ({
          id: `${nth}`,
          on: `2026-11-0${on}` as PlainDate,
          kind: isNoting ? 'sourceCapture' : 'intervention',
          summary: `Entry ${nth}`,
          source: 'Recorded by an officer',
          record: `${nth}` as RecordId,
          isNoting,
        }),
      ),
  );

it('has every entry once: an event by itself, and what was read or noted on one day in one row', () => {
  fc.assert(
    fc.property(anyEntries, (entries) => {
      const rows = timelineRows(entries);
      const held = rows.flatMap((row) => (isFolded(row) ? row.folded : [row]));
      expect(held.map(({ id }) => id).toSorted()).toEqual(entries.map(({ id }) => id).toSorted());
      for (const row of rows.filter(isFolded)) {
        expect(row.folded.length).toBeGreaterThan(1);
        for (const { on, isNoting } of row.folded) expect([on, isNoting]).toEqual([row.on, true]);
      }
      const days = rows.map(({ on }) => on);
      expect(days).toEqual(days.toSorted());
      const single = rows.filter((row) => !isFolded(row) && row.isNoting).map(({ on }) => on);
      const folded = rows.filter(isFolded).map(({ on }) => on);
      expect(new Set([...single, ...folded]).size).toBe(single.length + folded.length);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    }),
  );
});
