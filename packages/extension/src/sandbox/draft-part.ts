/**
 * The parts in which a draft comes back, checked member by member: the author of the page may have compromised the
 * parser.
 */
import { type Draft, type DraftRow, FIELD_PATHS, Instant, RecordId } from '@cyber-prevent/core';
import * as v from 'valibot';
import { compiledCheck } from './compiled-check.js';
import { PartIssue } from './part-issue.js';
import { SpareRow, toSpareRow, wholeRow } from './spare-row.js';

/** Most rows of one draft: more than any reading of a page offers. */
export const ROW_BOUND = 50_000;

/** As long as the part it comes in at most, which is bounded. */
const Text = v.string();
const Place = v.pipe(v.number(), v.integer(), v.minValue(0));
const Path = v.picklist(FIELD_PATHS);
const Issues = v.array(PartIssue);

const Origin = v.strictObject({
  id: RecordId,
  way: v.picklist(['page', 'saved-page', 'selection', 'paste', 'typed']),
  url: Text,
  title: Text,
  system: Text,
  hostClass: v.picklist(['force', 'partner', 'open-source', 'never']),
  capturedAt: Instant,
  adapter: v.exactOptional(v.strictObject({ id: Text, version: Text })),
  anchors: v.exactOptional(v.strictObject({ found: Place, of: Place })),
  raised: v.exactOptional(v.array(Path)),
  fellBack: v.array(Path),
  unread: v.array(
    v.strictObject({
      path: v.array(Place),
      origin: Text,
      why: v.picklist(['other-origin', 'no-answer']),
    }),
  ),
  dates: v.exactOptional(v.picklist(['day-first', 'month-first', 'both'])),
});

const Head = v.strictObject({
  id: RecordId,
  openedAt: Instant,
  updatedAt: Instant,
  origins: v.pipe(v.array(Origin), v.length(1)),
  issues: Issues,
});

/**
 * The draft without its rows.
 *
 * @param ids - those given for it: with another the parser would name something that exists
 */
export function readDraftHead(json: string, ids: ReadonlySet<RecordId>): Draft {
  const head = v.parse(Head, JSON.parse(json));
  if (!ids.has(head.id) || !head.origins.every(({ id }) => ids.has(id)))
    throw new TypeError('A draft under an id that was not given for it');
  return { ...head, rows: [] };
}

const areSpare = compiledCheck(v.array(SpareRow));

export function readDraftRows(json: string, { origins }: Pick<Draft, 'origins'>): DraftRow[] {
  const rows: unknown = JSON.parse(json);
  const [capture] = origins;
  if (!capture || !areSpare(rows)) throw new TypeError('Not rows of a draft');
  return rows.map((row) => wholeRow(row, capture.id));
}

/** Rows in one part: the panel takes a millisecond to check them, while the worker writes the next. */
const PART_ROWS = 160;

/** Characters. A longer part is cut in two; a single row may be longer. */
const PART_SIZE = 500_000;

/** Rows in parts that each take the panel a moment to check. */
export function* rowParts(rows: readonly DraftRow[]): Generator<string, void> {
  for (let at = 0; at < rows.length; at += PART_ROWS)
    yield* partsOf(rows.slice(at, at + PART_ROWS).map(toSpareRow));
}

function* partsOf(rows: readonly SpareRow[]): Generator<string, void> {
  const json = JSON.stringify(rows);
  if (rows.length === 1 || json.length <= PART_SIZE) {
    yield json;
    return;
  }
  const half = rows.length >> 1;
  yield* partsOf(rows.slice(0, half));
  yield* partsOf(rows.slice(half));
}
