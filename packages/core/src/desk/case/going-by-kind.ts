/** The records that a disposal would destroy, by kind, each in one line: an officer sees what goes before it is gone. */
import type { CodeLists } from '../../codes/code-list.js';
import { RECORD_KINDS, type RecordKind } from '../../record/kind.js';
import { civilDay } from '../../shared/civil-day.js';
import { writtenDate } from '../../shared/dates.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import { firstWords } from '../../shared/shortened.js';
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
        named: toldApart(named, lists, records).toSorted((a, b) =>
          a.on < b.on ? -1 : Number(a.on > b.on),
        ),
      },
    ];
  });
}

/** Lines of one kind: those that would read alike say when each was recorded, and captures what was read there. */
function toldApart(
  records: readonly StoredRecord[],
  lists: CodeLists,
  all: readonly StoredRecord[],
): readonly GoingRecord[] {
  const lines = records.map((record) => ({ record, line: inOneLine(record, lists) }));
  return lines.map(({ record, line }) => {
    const alike = lines.filter(
      (each) => each.line.on === line.on && each.line.words === line.words,
    );
    if (alike.length < 2) return line;
    const said =
      record.kind === 'sourceCapture'
        ? readThere(
            record.id,
            alike.map(({ record: { id } }) => id),
            all,
          )
        : `recorded ${writtenInstant(record.createdAt)}`;
    return { ...line, words: [line.words, said].filter(Boolean).join(', ') };
  });
}

/** Kinds whose text is not repeated in a list. */
const UNQUOTED: ReadonlySet<RecordKind> = new Set(['safeguardingConcern', 'intelligenceNote']);

/** The first words read from a capture that were read from none of those alike; without any, its place among them. */
function readThere(id: RecordId, alike: readonly RecordId[], all: readonly StoredRecord[]): string {
  const read = (capture: RecordId): readonly string[] =>
    all
      .filter(({ kind }) => !UNQUOTED.has(kind))
      .flatMap(({ sources }) => Object.values(sources).flat())
      .filter((ref) => ref.capture === capture)
      .map(({ verbatim }) => firstWords(verbatim))
      .filter(Boolean);
  const elsewhere = new Set(alike.filter((each) => each !== id).flatMap(read));
  const own = read(id).find((words) => !elsewhere.has(words));
  return own === undefined ? `${alike.indexOf(id) + 1} of ${alike.length} alike` : `“${own}”`;
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
    ...cameFrom(record),
    ended(record),
  ];
  return {
    id: record.id,
    on: event?.on ?? civilDay(record.createdAt),
    isRecorded: event === undefined || event.isNoting === true,
    words: words.filter(Boolean).join(', '),
  };
}

/**
 * The page of a capture or the person who gave the information, and when: “Telephone call” alone names none of several.
 */
function cameFrom(record: StoredRecord): readonly string[] {
  if (record.kind !== 'sourceCapture') return [];
  const { value } = record as StoredRecord<'sourceCapture'>;
  const page = value.title === value.system ? '' : value.title;
  return [
    value.toldBy === undefined ? page : `from ${value.toldBy}`,
    `captured ${writtenInstant(value.capturedAt)}`,
  ];
}

/** Says that a hold was lifted: listed without it, it seems to be in place. */
function ended(record: StoredRecord): string {
  if (record.kind !== 'hold') return '';
  const { liftedOn } = record.value as StoredRecord<'hold'>['value'];
  return liftedOn === undefined ? '' : `lifted on ${writtenDate(liftedOn)}`;
}
