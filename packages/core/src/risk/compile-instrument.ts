/**
 * Scores many assessments at once, for measures and simulation: answers as bytes, with no allocation for each. It gives
 * the same levels as `score`; a property test compares the two.
 */
import { offeredBy } from './answer.js';
import { pointTable, type RuleHalf, ruleLanes } from './compiled-table.js';
import type { Instrument } from './instrument.js';

/** Number of items looked up together. */
const GROUP = 3;
/** Codes for the answers of one item, including the missing one: three bits. */
const ANSWER_CODES = 8;
/** Number of assessments whose sums are in memory at one time: few enough to stay in the processor's cache. */
const CHUNK = 1024;
/** Most items for which every possible assessment is put into one table. */
const MOST_DIRECT = 4;
/** One number contains two sums. */
const HALF_BITS = 15;
const HALF = 2 ** HALF_BITS - 1;

export interface CompiledInstrument {
  readonly itemCount: number;
  /** The byte for an answer to the item at that place; 0 if it is missing. */
  code(place: number, answer: string | undefined): number;
  /**
   * Scores `answers.length / itemCount` assessments, stored one after another.
   *
   * @param lowest - receives the place of the lowest band within reach of each
   * @param highest - receives that of the highest
   * @throws {RangeError} when the arrays are too short, or the answers are not a whole number of assessments
   */
  scoreAll(answers: Uint8Array, lowest: Uint8Array, highest: Uint8Array): void;
}

/**
 * Prepares an instrument to score many answers one after another.
 *
 * @throws {RangeError} when an item offers more than seven answers, or one rule asks for more than fits: use `score`
 * then
 */
export function compileInstrument(instrument: Instrument): CompiledInstrument {
  const { id, items } = instrument;
  const codes = items.map((item) => new Map(offeredBy(item).map((answer, i) => [answer, i + 1])));
  if (codes.some(({ size }) => size >= ANSWER_CODES))
    throw new RangeError(`${id}: an item offers more answers than can be compiled`);
  const scoreMany = scorer(instrument);
  const direct = items.length <= MOST_DIRECT ? directTable(items.length, scoreMany) : undefined;
  return {
    itemCount: items.length,
    code: (place, answer) => (answer === undefined ? 0 : (codes[place]?.get(answer) ?? 0)),
    scoreAll(answers, lowest, highest) {
      const count = answers.length / items.length;
      if (!Number.isInteger(count) || lowest.length < count || highest.length < count)
        throw new RangeError(`${id}: the arrays do not fit the assessments`);
      if (direct) scoreDirect(direct, answers, lowest, highest, items.length);
      else scoreMany(answers, lowest, highest);
    },
  };
}

type ScoreMany = CompiledInstrument['scoreAll'];

/** Scores by sums over groups of answers, a chunk at a time. */
function scorer(instrument: Instrument): ScoreMany {
  const itemCount = instrument.items.length;
  const points = pointTable(instrument);
  const lanes = ruleLanes(instrument);
  const groupCount = Math.ceil(itemCount / GROUP);
  const index = new Uint16Array(CHUNK * groupCount);
  const sums = new Int32Array(CHUNK);
  const last = Math.max(0, instrument.bands.length - 1);
  // Without points only rules set the ends: the first band and the last.
  const isScored = points.bandOf.length > 1;
  const [floor, top] = [points.bandOf[0] ?? 0, points.bandOf.at(-1) ?? last];
  return (answers, lowest, highest) => {
    const count = answers.length / itemCount;
    for (let from = 0; from < count; from += CHUNK) {
      const size = Math.min(CHUNK, count - from);
      const place = from * itemCount;
      indexInto(index, answers.subarray(place, place + size * itemCount), itemCount);
      const [low, high] = [lowest.subarray(from, from + size), highest.subarray(from, from + size)];
      if (isScored) {
        sumInto(sums, index, points.table, size, groupCount);
        for (let k = 0; k < size; k += 1) {
          const sum = sums[k] ?? 0;
          low[k] = points.bandOf[sum & HALF] ?? 0;
          high[k] = points.bandOf[sum >> HALF_BITS] ?? 0;
        }
      } else {
        low.fill(floor);
        high.fill(top);
      }
      for (const lane of lanes) {
        sumInto(sums, index, lane.table, size, groupCount);
        holdEnds(sums, lane.low, 0, low, high);
        holdEnds(sums, lane.high, HALF_BITS, low, high);
      }
    }
  };
}

/** Moves both ends to the limits of the rules of a half. It has no branch, since the direction cannot be predicted. */
function holdEnds(
  sums: Int32Array,
  { effect, isFloor }: RuleHalf,
  shift: number,
  low: Uint8Array,
  high: Uint8Array,
): void {
  // A cap is a floor seen from above, so its moves have the opposite sign.
  const sign = isFloor ? 1 : -1;
  for (let k = 0; k < low.length; k += 1) {
    const held = effect[((sums[k] ?? 0) >> shift) & HALF] ?? 0;
    const lift = sign * ((held & 0xff) - (low[k] ?? 0));
    const lifted = sign * ((held >> 8) - (high[k] ?? 0));
    low[k] = (low[k] ?? 0) + sign * (lift & ~(lift >> 31));
    high[k] = (high[k] ?? 0) + sign * (lifted & ~(lifted >> 31));
  }
}

/** Both ends of every possible assessment; for an instrument of a few items. */
function directTable(itemCount: number, scoreMany: ScoreMany): Uint16Array {
  const size = ANSWER_CODES ** itemCount;
  const answers = Uint8Array.from(
    { length: size * itemCount },
    (_, at) => (Math.floor(at / itemCount) >> (3 * (at % itemCount))) & 7,
  );
  const [lowest, highest] = [new Uint8Array(size), new Uint8Array(size)];
  scoreMany(answers, lowest, highest);
  return Uint16Array.from(lowest, (low, k) => low | ((highest[k] ?? 0) << 8));
}

function scoreDirect(
  table: Uint16Array,
  answers: Uint8Array,
  lowest: Uint8Array,
  highest: Uint8Array,
  itemCount: number,
): void {
  let at = 0;
  for (let k = 0; at < answers.length; k += 1) {
    let all = 0;
    for (let bit = 0; bit < 3 * itemCount; bit += 3) {
      all |= ((answers[at] ?? 0) & 7) << bit;
      at += 1;
    }
    const ends = table[all] ?? 0;
    lowest[k] = ends & 0xff;
    highest[k] = ends >> 8;
  }
}

/** Three answers as one number, group by group. */
function indexInto(index: Uint16Array, answers: Uint8Array, itemCount: number): void {
  const full = Math.floor(itemCount / GROUP);
  const rest = itemCount - full * GROUP;
  let at = 0;
  for (let from = 0; from < answers.length; from += itemCount) {
    let place = from;
    for (let group = 0; group < full; group += 1) {
      index[at] =
        ((answers[place] ?? 0) & 7) |
        (((answers[place + 1] ?? 0) & 7) << 3) |
        (((answers[place + 2] ?? 0) & 7) << 6);
      at += 1;
      place += GROUP;
    }
    if (rest > 0) {
      const second = rest > 1 ? (answers[place + 1] ?? 0) & 7 : 0;
      index[at] = ((answers[place] ?? 0) & 7) | (second << 3);
      at += 1;
    }
  }
}

function sumInto(
  sums: Int32Array,
  index: Uint16Array,
  table: Int32Array,
  size: number,
  groupCount: number,
): void {
  let at = 0;
  for (let k = 0; k < size; k += 1) {
    let sum = 0;
    let row = 0;
    for (let group = 0; group < groupCount; group += 1) {
      sum += table[row + (index[at] ?? 0)] ?? 0;
      at += 1;
      row += 512;
    }
    sums[k] = sum;
  }
}
