/**
 * One chronology of the records about a person: the day of each event, not the day it was written down, with its
 * source. Worked out from the records each time and stored nowhere.
 */
import type { CodeLists } from '../../codes/code-list.js';
import { RECORD_LABELS, type RecordKind } from '../../record/kind.js';
import type { SourceRef } from '../../record/provenance.js';
import { civilDay } from '../../shared/civil-day.js';
import { writtenDate } from '../../shared/dates.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { asShown } from './as-shown.js';
import { eventsOf } from './timeline-event.js';

export interface TimelineEntry {
  /** Unique, and the same each time while the record contains the event. */
  readonly id: string;
  readonly on: PlainDate;
  readonly kind: RecordKind;
  /** One line. The text of a note or a concern is left out: the officer opens it to read it. */
  readonly summary: string;
  /** The origin, as a sentence without its full stop. */
  readonly source: string;
  readonly record: RecordId;
  /** The day is that of the reading or noting: it is shown apart, and never handed on as an event. */
  readonly isNoting: boolean;
}

/**
 * Sorts the events by their day, earliest first; those of one day by when they were recorded. A record of several
 * events, such as a hold that was lifted, appears once for each. An entry that a later one corrects does not appear.
 *
 * @param nameOf - names the officers who recorded; absent: none is named
 */
export function timeline(
  records: readonly StoredRecord[],
  lists: CodeLists,
  nameOf: (officer: RecordId) => string | undefined = () => undefined,
): readonly TimelineEntry[] {
  const corrected = new Set(
    records.flatMap(({ value }) => ('corrects' in value ? [value.corrects] : [])),
  );
  const captures = new Map(
    records.filter(isCapture).map((record) => [record.id, record.value] as const),
  );
  return asShown(records)
    .filter(({ id }) => !corrected.has(id))
    .toSorted((a, b) => order(a.createdAt, b.createdAt))
    .flatMap((record) =>
      eventsOf(record, lists).map(
        ({ on, words, what, path, title, isNoting = false }): TimelineEntry => {
          const { one } = RECORD_LABELS[record.kind];
          return {
            id: [record.id, what].filter(Boolean).join(' '),
            on,
            kind: record.kind,
            summary: [title ?? one, words].filter(Boolean).join(': '),
            source: sourceOf(record, path, captures, nameOf),
            record: record.id,
            isNoting,
          };
        },
      ),
    )
    .toSorted((a, b) => order(a.on, b.on));
}

export interface TimelineFilter {
  /** Absent or empty: every kind. */
  readonly kinds?: readonly RecordKind[];
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
}

/** Filters the entries; both days count. */
export function filterTimeline(
  entries: readonly TimelineEntry[],
  { kinds = [], from, to }: TimelineFilter,
): readonly TimelineEntry[] {
  return entries.filter(
    ({ kind, on }) =>
      (kinds.length === 0 || kinds.includes(kind)) &&
      (from === undefined || on >= from) &&
      (to === undefined || on <= to),
  );
}

/** The entries as continuous sentences, grouped by day. */
export function timelineProse(
  entries: readonly TimelineEntry[],
): readonly { readonly on: PlainDate; readonly sentences: readonly string[] }[] {
  const days = new Map<PlainDate, string[]>();
  for (const { on, summary, source } of entries) {
    const sentence = `${withStop(summary)} ${withStop(source)}`;
    const day = days.get(on);
    if (day) day.push(sentence);
    else days.set(on, [sentence]);
  }
  return [...days].map(([on, sentences]) => ({ on, sentences }));
}

function withStop(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

type Captures = ReadonlyMap<RecordId, StoredRecord<'sourceCapture'>['value']>;

function sourceOf(
  record: StoredRecord,
  path: string | undefined,
  captures: Captures,
  nameOf: (officer: RecordId) => string | undefined,
): string {
  if (isCapture(record)) return writtenSource(record.value);
  const refs = Object.entries(record.sources)
    .filter(([at]) => path === undefined || at === path || at.startsWith(`${path}.`))
    .flatMap(([, found]: readonly [string, readonly SourceRef[]]) => found);
  const said = new Set(
    refs.flatMap(({ capture }) => {
      const held = captures.get(capture);
      return held ? [writtenSource(held)] : [];
    }),
  );
  if (said.size > 0) return [...said].join('; ');
  return `Recorded by ${recordedBy(record, nameOf) ?? 'an officer'} on ${writtenDate(civilDay(record.createdAt))}`;
}

/** A record that was changed since says only who changed it: the officer who made it is then not named. */
function recordedBy(
  { createdAt, updatedAt, updatedBy }: StoredRecord,
  nameOf: (officer: RecordId) => string | undefined,
): string | undefined {
  return createdAt === updatedAt ? nameOf(updatedBy) : undefined;
}

function writtenSource({
  system,
  capturedAt,
  toldBy,
  toldAt,
}: StoredRecord<'sourceCapture'>['value']): string {
  return toldBy === undefined
    ? `Read from ${system} on ${writtenDate(civilDay(capturedAt))}`
    : `Told by ${toldBy} (${system}) on ${writtenDate(civilDay(toldAt ?? capturedAt))}`;
}

function isCapture(record: StoredRecord): record is StoredRecord & StoredRecord<'sourceCapture'> {
  return record.kind === 'sourceCapture';
}

/** Compares by code unit: dates and instants in ISO form sort as text. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
