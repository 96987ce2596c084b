/** The records that a disposal would destroy, by kind, each in one line: an officer sees what goes before it is gone. */
import type { CodeLists } from '../../codes/code-list.js';
import { RECORD_KINDS, type RecordKind } from '../../record/kind.js';
import { civilDay } from '../../shared/civil-day.js';
import { writtenDate } from '../../shared/dates.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import { writtenInstant } from '../../shared/written-instant.js';
import type { StoredRecord } from '../../store/log/port.js';
import { eventsOf } from './timeline-event.js';

export interface GoingRecord {
  readonly id: RecordId;
  /** Day of its first event; the day on which it was recorded if it has none. */
  readonly on: PlainDate;
  /** The day is only that of recording it. */
  readonly isRecorded: boolean;
  /** One line, which may be empty. The text of a note or a concern is left out. */
  readonly words: string;
}

export interface GoingKind {
  readonly kind: RecordKind;
  readonly count: number;
  /** Earliest first; empty if there are too many to read. */
  readonly named: readonly GoingRecord[];
}

const MOST_NAMED = 10;

/**
 * Counts the records by kind, and names those of a kind with few.
 *
 * @param going - everything that goes; a withdrawn record is counted, and not named
 * @param records - with their content
 */
export function goingByKind(
  going: readonly Pick<StoredRecord, 'id' | 'kind'>[],
  records: readonly StoredRecord[],
  lists: CodeLists,
): readonly GoingKind[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  return RECORD_KINDS.flatMap((kind): readonly GoingKind[] => {
    const own = going.filter((each) => each.kind === kind);
    if (own.length === 0) return [];
    const named = own.length > MOST_NAMED ? [] : own.flatMap(({ id }) => byId.get(id) ?? []);
    return [
      {
        kind,
        count: own.length,
        named: toldApart(named, lists).toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on))),
      },
    ];
  });
}

/** Lines of one kind: those that would read alike say when each was recorded. */
function toldApart(records: readonly StoredRecord[], lists: CodeLists): readonly GoingRecord[] {
  const lines = records.map((record) => ({ record, line: inOneLine(record, lists) }));
  const isAlike = (one: GoingRecord): boolean =>
    lines.filter(({ line }) => line.on === one.on && line.words === one.words).length > 1;
  return lines.map(({ record, line }) => {
    if (!isAlike(line)) return line;
    const said = `recorded ${writtenInstant(record.createdAt)}`;
    return { ...line, words: [line.words, said].filter(Boolean).join(', ') };
  });
}

function inOneLine(record: StoredRecord, lists: CodeLists): GoingRecord {
  const events = eventsOf(record, lists);
  // Parts of a record, such as an address, are no events of the whole.
  const event = events.find(({ path }) => path === undefined);
  const { name, reference } = record.value as Readonly<Record<string, unknown>>;
  const known = [name, reference].filter((each) => typeof each === 'string');
  const words = [
    ...known.filter((each) => !event?.words.includes(each)),
    event?.words,
    cameFrom(record),
    ended(record),
  ];
  return {
    id: record.id,
    on: event?.on ?? civilDay(record.createdAt),
    isRecorded: event === undefined || event.isNoting === true,
    words: words.filter(Boolean).join(', '),
  };
}

/** The page of a capture, or the person who gave the information: “Telephone call” alone names none of several. */
function cameFrom(record: StoredRecord): string {
  if (record.kind !== 'sourceCapture') return '';
  const { toldBy, title, system } = record.value as StoredRecord<'sourceCapture'>['value'];
  if (toldBy !== undefined) return `from ${toldBy}`;
  return title === system ? '' : title;
}

/** Says that a hold was lifted: listed without it, it seems to be in place. */
function ended(record: StoredRecord): string {
  if (record.kind !== 'hold') return '';
  const { liftedOn } = record.value as StoredRecord<'hold'>['value'];
  return liftedOn === undefined ? '' : `lifted on ${writtenDate(liftedOn)}`;
}
