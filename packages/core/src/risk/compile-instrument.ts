/**
 * Scores many assessments at once, for measures and simulation: answers as bytes, nothing allocated for each. It says what
 * `score` says of levels; a property holds the two to each other.
 */
import { offeredBy } from './answer.js';
import { pointTable, ruleLanes } from './compiled-table.js';
import type { Instrument } from './instrument.js';

/** Items that are looked up together. */
const GROUP = 3;
/** Answers of one item, the missing one among them: three bits. */
const ANSWER_CODES = 8;
/** Assessments whose sums are at hand at one time: small enough to stay in the processor's cache. */
const CHUNK = 1024;

export interface CompiledInstrument {
  readonly itemCount: number;
  /** Byte that stands for an answer to the item of that place; 0 while it is missing. */
  code(place: number, answer: string | undefined): number;
  /**
   * Scores `answers.length / itemCount` assessments that are laid one behind the other.
   *
   * @param lowest - gets the place of the lowest band within reach of each
   * @param highest - gets that of the highest
   * @throws {RangeError} when the arrays are too short, or the answers are no whole number of assessments
   */
  scoreAll(answers: Uint8Array, lowest: Uint8Array, highest: Uint8Array): void;
}

/**
 * @throws {RangeError} when an item offers more than seven answers, or one rule asks for more than fits: use `score` then
 */
export function compileInstrument(instrument: Instrument): CompiledInstrument {
  const { id, items } = instrument;
  const codes = items.map((item) => new Map(offeredBy(item).map((answer, i) => [answer, i + 1])));
  if (codes.some(({ size }) => size >= ANSWER_CODES))
    throw new RangeError(`${id}: an item offers more answers than can be compiled`);
  const points = pointTable(instrument);
  const lanes = ruleLanes(instrument);
  const groupCount = Math.ceil(items.length / GROUP);
  const index = new Uint16Array(CHUNK * groupCount);
  const sums = new Int32Array(CHUNK);

  return {
    itemCount: items.length,
    code: (place, answer) => (answer === undefined ? 0 : (codes[place]?.get(answer) ?? 0)),
    scoreAll(answers, lowest, highest) {
      const count = answers.length / items.length;
      if (!Number.isInteger(count) || lowest.length < count || highest.length < count)
        throw new RangeError(`${id}: the arrays do not fit the assessments`);
      for (let from = 0; from < count; from += CHUNK) {
        const size = Math.min(CHUNK, count - from);
        const place = from * items.length;
        indexInto(index, answers.subarray(place, place + size * items.length), items.length);
        sumInto(sums, index, points.table, size, groupCount);
        for (let k = 0; k < size; k += 1) {
          const sum = sums[k] ?? 0;
          lowest[from + k] = points.bandOf[sum & 0x7fff] ?? 0;
          highest[from + k] = points.bandOf[sum >> 15] ?? 0;
        }
        for (const { table, start, checks } of lanes) {
          sumInto(sums, index, table, size, groupCount);
          for (const { mask, place: band, isFloor, isMet } of checks) {
            // A floor that is met lifts the lowest, one that is open the highest; a cap the other way about.
            const end = isMet === isFloor ? lowest : highest;
            for (let k = 0; k < size; k += 1) {
              if ((((sums[k] ?? 0) + start) & mask) !== mask) continue;
              const now = end[from + k] ?? 0;
              if (isFloor ? now < band : now > band) end[from + k] = band;
            }
          }
        }
      }
    },
  };
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
