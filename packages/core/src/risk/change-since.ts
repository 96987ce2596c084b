/** Changes between two sets of answers to an instrument, item by item and as a level. */
import { isMissing, offeredBy, own, weighedPoints } from './answer.js';
import { type Answers, COMMON_ANSWERS, type Instrument, type Item } from './instrument.js';

/** One set of answers to an instrument. */
export interface Answered {
  readonly version: string;
  readonly answers: Answers;
  /** Ids of the bands within reach at the time, lowest first. */
  readonly levels: readonly string[];
}

export interface AnswerChange {
  readonly item: string;
  readonly prompt: string;
  /** Absent if there was none. */
  readonly from?: string;
  readonly to?: string;
  /**
   * *More* and *less* of the item: more of a strength is good news. A change to or from a missing answer is neither.
   */
  readonly way: 'more' | 'less' | 'otherwise' | 'now-known' | 'no-longer-known';
}

export interface ChangeSince {
  /** Levels are compared only within a version. Items of different versions are matched only by id. */
  readonly isSameVersion: boolean;
  /**
   * `unclear` if the versions differ, if several levels were or are within reach, or if one of them is not in this
   * version.
   */
  readonly level: 'higher' | 'lower' | 'same' | 'unclear';
  /** Only the changed items, in the instrument's order. */
  readonly items: readonly AnswerChange[];
  /** Ids of items that were answered then and are not in this version. */
  readonly gone: readonly string[];
}

/**
 * Finds the changes between two times: the level, if both gave one, and each item with a different answer.
 *
 * @param instrument - of the later time
 */
export function changeSince(
  instrument: Instrument,
  before: Answered,
  after: Answered,
): ChangeSince {
  const ids = new Set(instrument.items.map(({ id }) => id));
  return {
    isSameVersion: before.version === after.version,
    level: levelChange(instrument, before, after),
    items: instrument.items.flatMap((item) => itemChange(instrument, item, before, after)),
    gone: Object.keys(before.answers).filter(
      (id) => !ids.has(id) && !isMissing(own(before.answers, id)),
    ),
  };
}

function levelChange(
  { bands }: Instrument,
  before: Answered,
  after: Answered,
): ChangeSince['level'] {
  if (before.version !== after.version) return 'unclear';
  const [then, now] = [before, after].map(({ levels }) =>
    levels.length === 1 ? bands.findIndex(({ id }) => id === levels[0]) : -1,
  );
  if (then === undefined || now === undefined || then < 0 || now < 0) return 'unclear';
  return now === then ? 'same' : now > then ? 'higher' : 'lower';
}

function itemChange(
  instrument: Instrument,
  item: Item,
  before: Answered,
  after: Answered,
): readonly AnswerChange[] {
  const [from, to] = [before, after].map(({ answers }) => own(answers, item.id));
  const [wasMissing, isNowMissing] = [isMissing(from), isMissing(to)];
  // Not asked and not known differ, but neither says anything about the subject.
  if (from === to || (wasMissing && isNowMissing)) return [];
  const way = wasMissing
    ? 'now-known'
    : isNowMissing
      ? 'no-longer-known'
      : wayOf(instrument, item, from ?? '', to ?? '');
  return [
    {
      item: item.id,
      prompt: item.prompt,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      way,
    },
  ];
}

function wayOf(instrument: Instrument, item: Item, from: string, to: string): AnswerChange['way'] {
  const [then, now] = [from, to].map((answer) => amount(instrument, item, answer));
  if (then === undefined || now === undefined || then === now) return 'otherwise';
  return now > then ? 'more' : 'less';
}

/**
 * The amount of the item that an answer indicates, by the common scale or by its points; undefined if there is neither.
 */
function amount(instrument: Instrument, item: Item, answer: string): number | undefined {
  if (offeredBy(item).every((each) => (COMMON_ANSWERS as readonly string[]).includes(each))) {
    const place = (COMMON_ANSWERS as readonly string[]).indexOf(answer);
    return place < 0 ? undefined : -place;
  }
  const points = weighedPoints(instrument, item).get(answer);
  return points === undefined ? undefined : Math.abs(points);
}
