/** A scored instrument, held as data so that it can be read, cited and versioned apart from the code. */
export interface Instrument {
  readonly id: string;
  readonly title: string;
  /** Bumped on any change to items, weights or bands: scores are compared only within a version. */
  readonly version: string;
  /** How far the evidence goes, shown wherever a level is. No instrument drives anything. */
  readonly status: InstrumentStatus;
  /** Publication the items and weights come from. */
  readonly source: string;
  readonly items: readonly Item[];
  /** Lowest score of each band, in points, ascending; the first is the floor. */
  readonly bands: readonly Band[];
}

export const INSTRUMENT_STATUSES = ['illustrative', 'professional-judgement', 'validated'] as const;
export type InstrumentStatus = (typeof INSTRUMENT_STATUSES)[number];

export interface Band {
  readonly id: string;
  readonly label: string;
  readonly from: number;
}

export interface Item {
  readonly id: string;
  readonly prompt: string;
  readonly hint?: string;
  /** A strength is set beside the concerns, never hidden among them. */
  readonly bears: 'concern' | 'strength';
  /** Publication, law or judgement that the item rests on. */
  readonly source: string;
  /** Points per answer that the item offers; never above 0 for a strength. Never shown: a person sees the level. */
  readonly points: Readonly<Record<string, number>>;
  /** What is shown for answers of the item's own; those of the common scale need none. */
  readonly answers?: Readonly<Record<string, string>>;
}

/** The scale that an item offers unless it has its own. */
export const COMMON_ANSWERS = ['present', 'partly', 'absent'] as const;

/** Allowed on every item and always missing, never a no: nobody knows, or nobody has asked. */
export const MISSING_ANSWERS = ['unknown', 'not-asked'] as const;

const ANSWER_LABELS: Readonly<Record<string, string>> = {
  present: 'Present',
  partly: 'Partly present',
  absent: 'Absent',
  unknown: 'Not known',
  'not-asked': 'Not asked',
};

/** Answers by item id; an item without one has not been asked. */
export type Answers = Readonly<Record<string, string | undefined>>;

/** Every answer that may be given to the item, in the order in which it is offered. */
export function answersTo(
  item: Item,
): readonly { readonly answer: string; readonly label: string }[] {
  return [...Object.keys(item.points), ...MISSING_ANSWERS].map((answer) => ({
    answer,
    label: own(item.answers, answer) ?? own(ANSWER_LABELS, answer) ?? answer,
  }));
}

/**
 * The points of an answer; undefined while it is missing.
 *
 * @throws {RangeError} on an answer that the item does not offer
 */
export function pointsOf(instrument: Instrument, item: Item, answers: Answers): number | undefined {
  const answer = own(answers, item.id);
  if (answer === undefined || (MISSING_ANSWERS as readonly string[]).includes(answer))
    return undefined;
  const points = own(item.points, answer);
  if (points === undefined)
    throw new RangeError(`${instrument.id}: "${answer}" is not an answer to ${item.id}`);
  return points;
}

/** Answers and items come from files: `constructor` is then a name like any other. */
function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}
