/** Events of the chronology, each with its day. */
import type { RecordKind } from '../../record/kind.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';

export interface TimelineEvent {
  readonly on: PlainDate;
  /** In words; empty where the name of the kind says it all. */
  readonly words: string;
  /** Which of several things that one record says, such as `lifted`; empty for the thing that it is. */
  readonly what: string;
  /** The part of the record that says so, where its source is one of its own: `addresses[0]`. */
  readonly path?: string;
  /** In place of the name of the kind. */
  readonly title?: string;
}

/** The label of a code of a list. */
export type LabelOf = (list: string, code: string) => string;

/** Reads the events out of a record of one kind. */
export type HappenedOf<K extends RecordKind> = (
  record: StoredRecord<K>,
  label: LabelOf,
) => readonly TimelineEvent[];

export function happened(on: PlainDate, words = '', what = ''): TimelineEvent {
  return { on, words, what };
}

/** The same, where the day is known. */
export function later(
  on: PlainDate | undefined,
  words: string,
  what: string,
): readonly TimelineEvent[] {
  return on === undefined ? [] : [happened(on, words, what)];
}

/** An entry of a list of a record, which begins and may end. */
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

export function dayOf(at: string): PlainDate {
  return at.slice(0, 10) as PlainDate;
}
