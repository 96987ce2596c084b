/** The tables that many assessments are scored by: what three answers together add to the points, and to each rule. */
import { offeredBy, weighedPoints } from './answer.js';
import type { Clause, Instrument, Item } from './instrument.js';
import { bandAt } from './score.js';

const GROUP = 3;
const ANSWER_CODES = 8;
const WIDTH = ANSWER_CODES ** GROUP;
const LANE_BITS = 30;
/** Bits of each of the two totals; 60 items of -20 to 20 points and a weight of 10 stay below. */
const TOTAL_BITS = 15;

/** What the item adds when that answer is given; 0 stands for a missing one. */
type Adds = (item: Item, place: number, code: number) => number;

/** Lowest total above the least there can be, and beside it the highest. */
export function pointTable(instrument: Instrument): {
  readonly table: Int32Array;
  /** Place of the band by total above the least. */
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

export interface RuleCheck {
  /** The top bit of each of the rule's counters. */
  readonly mask: number;
  /** Place of the band that the rule holds. */
  readonly place: number;
  readonly isFloor: boolean;
  /** Met whatever is missing, or only open. */
  readonly isMet: boolean;
}

export interface RuleLane {
  readonly table: Int32Array;
  /** What the counters begin at: so high that the top bit of each is set once its clause is met. */
  readonly start: number;
  readonly checks: readonly RuleCheck[];
}

interface OpenLane {
  readonly adds: Adds[];
  readonly checks: RuleCheck[];
  start: number;
  bits: number;
}

/**
 * Caps first, then floors: where the two disagree, the one that holds a level up goes last.
 *
 * @throws {RangeError} when the counters of one rule do not fit into one lane
 */
export function ruleLanes(instrument: Instrument): readonly RuleLane[] {
  const { rules = [], bands } = instrument;
  const lanes: OpenLane[] = [];
  for (const isFloor of [false, true]) {
    // A floor must not share a lane with a cap that a later lane holds: lanes are gone through in order.
    let lane: OpenLane | undefined;
    for (const rule of rules.filter(({ atLeast }) => (atLeast !== undefined) === isFloor)) {
      const place = bands.findIndex(({ id }) => id === (rule.atLeast ?? rule.atMost));
      const bits = rule.when.reduce((sum, clause) => sum + bitsOf(clause), 0);
      if (bits > LANE_BITS)
        throw new RangeError(
          `${instrument.id}: rule ${rule.id} asks for more than can be compiled`,
        );
      for (const isMet of [true, false]) {
        if (!lane || lane.bits + bits > LANE_BITS) {
          lane = { adds: [], checks: [], start: 0, bits: 0 };
          lanes.push(lane);
        }
        lane.checks.push({ mask: countersIn(lane, rule.when, isMet), place, isFloor, isMet });
      }
    }
  }
  return lanes.map(({ adds, start, checks }) => ({
    table: tableOf(instrument, (item, place, code) =>
      adds.reduce((sum, add) => sum + add(item, place, code), 0),
    ),
    start,
    checks,
  }));
}

/** Puts a counter for each clause into the lane, and gives their top bits. */
function countersIn(lane: OpenLane, when: readonly Clause[], isMet: boolean): number {
  let mask = 0;
  for (const { items, answers, count = 1 } of when) {
    const bits = bitsOf({ items, answers, count });
    const shift = lane.bits;
    lane.bits += bits;
    lane.start += (2 ** (bits - 1) - count) << shift;
    mask |= 1 << (shift + bits - 1);
    lane.adds.push((item, _, code) => {
      if (!items.includes(item.id)) return 0;
      const answer = offeredBy(item)[code - 1];
      const counts = answer === undefined ? !isMet : answers.includes(answer);
      return counts ? 1 << shift : 0;
    });
  }
  return mask;
}

/** Room for every item of the clause above the start, with the top bit set from its count on. */
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
