/** The parts in which a draft comes back, checked member by member: whoever wrote the page may have got at the parser. */
import {
  type Draft,
  type DraftRow,
  FIELD_PATHS,
  Instant,
  LABEL_METHODS,
  RecordId,
} from '@cyber-prevent/core';
import * as v from 'valibot';
import { compiledCheck } from './compiled-check.js';

/** Most rows of one draft: more than the reading of a page ever offers. */
export const ROW_BOUND = 50_000;

/** No longer than the part it comes in, which is bounded. */
const Text = v.string();
const Place = v.pipe(v.number(), v.integer(), v.minValue(0));
const Path = v.picklist(FIELD_PATHS);

export const PartIssue = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/), v.maxLength(64)),
  message: Text,
  at: v.exactOptional(Text),
  severity: v.picklist(['error', 'warning']),
});
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
  fellBack: v.array(Path),
  unread: v.array(
    v.strictObject({
      path: v.array(Place),
      origin: Text,
      why: v.picklist(['other-origin', 'no-answer']),
    }),
  ),
});

const Spot = v.strictObject({ frame: v.array(Place), selector: Text, verbatim: Text });
const Method = v.picklist(LABEL_METHODS);

const Row = v.strictObject({
  id: Text,
  origin: RecordId,
  path: v.optional(Path),
  index: v.exactOptional(Place),
  label: Text,
  owner: v.array(Text),
  raw: Text,
  value: Text,
  platform: v.exactOptional(Text),
  issues: Issues,
  sensitivity: v.picklist(['none', 'personal', 'special', 'criminal', 'source']),
  place: Spot,
  madeOf: v.exactOptional(v.array(Spot)),
  alsoAt: v.exactOptional(
    v.array(v.strictObject({ origin: RecordId, label: Text, raw: Text, place: Spot })),
  ),
  visible: v.boolean(),
  method: v.picklist([...LABEL_METHODS, 'selector']),
  namedBy: v.picklist(['adapter', 'generic', 'officer']),
  runnersUp: v.array(v.strictObject({ label: Text, method: Method, score: v.number() })),
  freeText: v.boolean(),
  decision: v.variant('kind', [
    v.strictObject({ kind: v.literal('take') }),
    v.strictObject({ kind: v.literal('leave') }),
    v.strictObject({ kind: v.literal('mask') }),
  ]),
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
 * @param ids - those that were given for it: another would be the parser naming something that exists
 */
export function readDraftHead(json: string, ids: ReadonlySet<RecordId>): Draft {
  const head = v.parse(Head, JSON.parse(json));
  if (!ids.has(head.id) || !head.origins.every(({ id }) => ids.has(id)))
    throw new TypeError('A draft under an id that was not given for it');
  return { ...head, rows: [] };
}

const isRows = compiledCheck(v.array(Row));

export function readDraftRows(json: string, { origins }: Draft): DraftRow[] {
  const rows: unknown = JSON.parse(json);
  if (!isRows(rows)) throw new TypeError('Not rows of a draft');
  const known = new Set(origins.map(({ id }) => id));
  if (!rows.every(({ origin }) => known.has(origin)))
    throw new TypeError('A row of a capture that is not in the draft');
  // JSON has no member for what nobody has named; a row has one that is undefined.
  for (const row of rows) row.path ??= undefined;
  return rows as DraftRow[];
}

/** Rows of one part: the panel takes a millisecond to check them, while the worker writes the next. */
const PART_ROWS = 80;

/** A part longer than this, in characters, is cut in two; a row alone may be. */
const PART_SIZE = 500_000;

/** Rows in parts that each take the panel a moment to check. */
export function* rowParts(rows: readonly DraftRow[]): Generator<string, void> {
  for (let at = 0; at < rows.length; at += PART_ROWS)
    yield* partsOf(rows.slice(at, at + PART_ROWS));
}

function* partsOf(rows: readonly DraftRow[]): Generator<string, void> {
  const json = JSON.stringify(rows);
  if (rows.length === 1 || json.length <= PART_SIZE) {
    yield json;
    return;
  }
  const half = rows.length >> 1;
  yield* partsOf(rows.slice(0, half));
  yield* partsOf(rows.slice(half));
}
