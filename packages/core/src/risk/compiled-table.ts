/**
 * The tables used to score many assessments: the amount that three answers together add to the points, and to each
 * rule.
 */
import { offeredBy, weighedPoints } from './answer.js';
import type { Clause, Instrument, Item } from './instrument.js';
import { bandAt } from './score.js';

const GROUP = 3;
const ANSWER_CODES = 8;
const WIDTH = ANSWER_CODES ** GROUP;
/** Bits of each of two sums in one number; the totals of 60 items of -20 to 20 points and a weight of 10 fit. */
const TOTAL_BITS = 15;

/** The amount that the item adds for that answer; 0 is a missing one. */
type Adds = (item: Item, place: number, code: number) => number;

/** The lowest total and the highest, each measured from the least possible total and packed into one number. */
export function pointTable(instrument: Instrument): {
  readonly table: Int32Array;
  /** Place of the band, by total above the least. */
  readonly bandOf: Uint8Array;
} {
  const offered = instrument.items.map((item) => {
    const points = weighedPoints(instrument, item);
    const each = offeredBy(item).map((answer) => points.get(answer) ?? 0);
    return { each, least: Math.min(...each), most: Math.max(...each) };
  });
  const least = offered.reduce((sum, item) => sum + item.least, 0);
  const most = offered.reduce((sum, item) => sum + item.most, 0);
  const table = tableOf(instrument, (_, place, code) => {
    const item = offered[place];
    if (!item) return 0;
    const points = item.each[code - 1];
    const low = (points ?? item.least) - item.least;
    const high = (points ?? item.most) - item.least;
    return low | (high << TOTAL_BITS);
  });
  const bandOf = Uint8Array.from({ length: most - least + 1 }, (_, above) =>
    bandAt(instrument, least + above),
  );
  return { table, bandOf };
}

/** Rules whose counters share one half: their sum limits the lowest and the highest level. */
export interface RuleHalf {
  /** Limits by sum: of the lowest place, and in the next eight bits of the highest. */
  readonly effect: Uint16Array;
  readonly isFloor: boolean;
}

/** Two halves of fifteen bits, added at once. */
export interface RuleLane {
  readonly table: Int32Array;
  readonly low: RuleHalf;
  readonly high: RuleHalf;
}

/** One counter for each clause. It starts at a value that sets its top bit once the clause is met. */
interface OpenHalf {
  readonly adds: Adds[];
  readonly checks: { readonly mask: number; readonly place: number; readonly isMet: boolean }[];
  readonly isFloor: boolean;
  start: number;
  bits: number;
}

/**
 * Caps come first, then floors: if the two disagree, the one that keeps a level up is applied last.
 *
 * @throws {RangeError} when the counters of one rule do not fit into one half
 */
export function ruleLanes(instrument: Instrument): readonly RuleLane[] {
  const halves = [false, true].flatMap((isFloor) => halvesOf(instrument, isFloor));
  const lanes: RuleLane[] = [];
  for (let at = 0; at < halves.length; at += 2) {
    const [low, high] = [halves[at], halves[at + 1]];
    if (!low) continue;
    const adds: Adds = (item, place, code) =>
      sumOf(low, item, place, code) + (high ? sumOf(high, item, place, code) << TOTAL_BITS : 0);
    const last = instrument.bands.length - 1;
    lanes.push({
      table: tableOf(instrument, adds),
      low: effectOf(low, last),
      high: effectOf(high ?? { ...low, checks: [], bits: 0 }, last),
    });
  }
  return lanes;
}

function halvesOf(instrument: Instrument, isFloor: boolean): readonly OpenHalf[] {
  const { rules = [], bands } = instrument;
  const halves: OpenHalf[] = [];
  for (const rule of rules.filter(({ atLeast }) => (atLeast !== undefined) === isFloor)) {
    const place = bands.findIndex(({ id }) => id === (rule.atLeast ?? rule.atMost));
    const bits = rule.when.reduce((sum, clause) => sum + bitsOf(clause), 0);
    if (bits > TOTAL_BITS)
      throw new RangeError(`${instrument.id}: rule ${rule.id} asks for more than can be compiled`);
    for (const isMet of [true, false]) {
      let half = halves.find((each) => each.bits + bits <= TOTAL_BITS);
      if (!half) {
        half = { adds: [], checks: [], isFloor, start: 0, bits: 0 };
        halves.push(half);
      }
      half.checks.push({ mask: countersIn(half, rule.when, isMet), place, isMet });
    }
  }
  return halves;
}

function sumOf({ adds }: OpenHalf, item: Item, place: number, code: number): number {
  return adds.reduce((sum, add) => sum + add(item, place, code), 0);
}

/**
 * The limits that each sum sets on the two ends. A floor that is met raises the lowest, an open one the highest; a cap
 * does the reverse.
 */
function effectOf({ checks, start, bits, isFloor }: OpenHalf, last: number): RuleHalf {
  const none = isFloor ? 0 : last;
  const held = isFloor ? Math.max : Math.min;
  const effect = Uint16Array.from({ length: 2 ** bits }, (_, sum) => {
    let [lowest, highest] = [none, none];
    for (const { mask, place, isMet } of checks) {
      if (((sum + start) & mask) !== mask) continue;
      if (isMet === isFloor) lowest = held(lowest, place);
      else highest = held(highest, place);
    }
    return lowest | (highest << 8);
  });
  return { effect, isFloor };
}

/** Adds a counter for each clause to the half, and returns their top bits. */
function countersIn(half: OpenHalf, when: readonly Clause[], isMet: boolean): number {
  let mask = 0;
  for (const { items, answers, count = 1 } of when) {
    const bits = bitsOf({ items, answers, count });
    const shift = half.bits;
    half.bits += bits;
    half.start += (2 ** (bits - 1) - count) << shift;
    mask |= 1 << (shift + bits - 1);
    half.adds.push((item, _, code) => {
      if (!items.includes(item.id)) return 0;
      const answer = offeredBy(item)[code - 1];
      const counts = answer === undefined ? !isMet : answers.includes(answer);
      return counts ? 1 << shift : 0;
    });
  }
  return mask;
}

/** Bits for every item of the clause above the start, with the top bit set from its count on. */
function bitsOf({ items, count = 1 }: Clause): number {
  return Math.ceil(Math.log2(Math.max(count, items.length - count + 1))) + 1;
}

function tableOf({ items }: Instrument, adds: Adds): Int32Array {
  const groups = Math.ceil(items.length / GROUP);
  const table = new Int32Array(groups * WIDTH);
  for (let group = 0; group < groups; group += 1)
    for (let index = 0; index < WIDTH; index += 1)
      table[group * WIDTH + index] = [0, 1, 2].reduce((sum, nth) => {
        const place = group * GROUP + nth;
        const item = items[place];
        return item ? sum + adds(item, place, (index >> (3 * nth)) & 7) : sum;
      }, 0);
  return table;
}
