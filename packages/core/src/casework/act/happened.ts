/** Events of the chronology, each with its day. */
import type { RecordKind } from '../../record/kind.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';

export interface TimelineEvent {
  readonly on: PlainDate;
  /** Description in words; empty if the name of the kind is enough. */
  readonly words: string;
  /** Tells apart the events of one record, such as `lifted`; empty for the main one. */
  readonly what: string;
  /**
   * The path of the part of the record that the event comes from, such as `addresses[0]`, if that part has its own
   * source.
   */
  readonly path?: string;
  /** Replaces the name of the kind. */
  readonly title?: string;
  /** The day is that of the reading or noting: it says nothing of when anything happened. */
  readonly isNoting?: true;
}

/** The label of a code of a list. */
export type LabelOf = (list: string, code: string) => string;

/** Reads the events of a record of one kind. */
export type HappenedOf<K extends RecordKind> = (
  record: StoredRecord<K>,
  label: LabelOf,
) => readonly TimelineEvent[];

export function happened(on: PlainDate, words = '', what = ''): TimelineEvent {
  return { on, words, what };
}

/** Like `part`, for an entry whose first day is only that of its noting: its end is still an event. */
export function notedPart(...asked: Parameters<typeof part>): readonly TimelineEvent[] {
  return part(...asked).map((event) =>
    event.what === event.path ? noted({ ...event, words: `${event.words}, noted` }) : event,
  );
}

/** A page that was read, or a detail that was noted: where a fact comes from, not an event in a life. */
export function noted(event: TimelineEvent): TimelineEvent {
  return { ...event, isNoting: true };
}

/** A later event of the same record; nothing if its day is unknown. */
export function later(
  on: PlainDate | undefined,
  words: string,
  what: string,
): readonly TimelineEvent[] {
  return on === undefined ? [] : [happened(on, words, what)];
}

/** The events of one entry in a list of a record: its start, and its end if it has one. */
export function part(
  title: string,
  words: string,
  list: string,
  nth: number,
  from: PlainDate,
  until: PlainDate | undefined,
): readonly TimelineEvent[] {
  const path = `${list}[${nth}]`;
  return [
    { ...happened(from, words, path), path, title },
    ...later(until, `${words}, until this day`, `${path}.until`).map((event) => ({
      ...event,
      path,
      title,
    })),
  ];
}
