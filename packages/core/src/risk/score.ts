/** Scores answers as a range: what is missing widens it, and is never taken for a no. */
import { type Answers, type Instrument, type Item, pointsOf } from './instrument.js';

export interface Score {
  /** Lowest and highest total the answers allow, in points; equal when nothing is missing. */
  readonly range: readonly [low: number, high: number];
  /** Bands within reach, lowest first: one when settled, several while answers are missing. */
  readonly bands: readonly string[];
  /** Items without an answer, with *unknown* or with *not asked*, in the instrument's order. */
  readonly missing: readonly string[];
}

/**
 * Scores answers, widening the range for each missing one. Unknown is never scored as "no".
 *
 * @throws {RangeError} on an answer that the item does not offer
 */
export function score(instrument: Instrument, answers: Answers): Score {
  let [low, high] = [0, 0];
  const missing: string[] = [];
  for (const item of instrument.items) {
    const points = pointsOf(instrument, item, answers);
    if (points === undefined) missing.push(item.id);
    const offered = points === undefined ? Object.values(item.points) : [points];
    low += Math.min(...offered);
    high += Math.max(...offered);
  }
  return {
    range: [low, high],
    bands: instrument.bands
      .slice(bandAt(instrument, low), bandAt(instrument, high) + 1)
      .map((band) => band.id),
    missing,
  };
}

/** How far one missing answer by itself could move the level. */
export interface LevelSensitivity {
  readonly item: string;
  /** Most bands between two of its answers, the others being what they may; 0 when it cannot move the level. */
  readonly bands: number;
}

/**
 * Which missing answers could move the level, the furthest first: what is worth asking next. Exact: every total that
 * the other missing answers can come to is tried, so an item that cannot matter says 0.
 *
 * @throws {RangeError} on an answer that the item does not offer
 */
export function sensitivity(instrument: Instrument, answers: Answers): readonly LevelSensitivity[] {
  const { missing } = score(instrument, answers);
  const items = instrument.items.filter(({ id }) => missing.includes(id));
  const settled = instrument.items.reduce(
    (total, item) => total + (pointsOf(instrument, item, answers) ?? 0),
    0,
  );
  const moves = items.map((item) => {
    const others = items.filter((other) => other !== item);
    const totals = totalsOf(others, settled);
    const offered = Object.values(item.points);
    const [low, high] = [Math.min(...offered), Math.max(...offered)];
    const bands = [...totals].map(
      (total) => bandAt(instrument, total + high) - bandAt(instrument, total + low),
    );
    return { item: item.id, bands: Math.max(0, ...bands) };
  });
  return moves.sort((a, b) => b.bands - a.bands);
}

/** Every total that the items can come to from a start, whatever is answered. */
function totalsOf(items: readonly Item[], start: number): ReadonlySet<number> {
  let totals = new Set([start]);
  for (const { points } of items) {
    const offered = new Set(Object.values(points));
    const next = new Set<number>();
    for (const total of totals) for (const each of offered) next.add(total + each);
    totals = next;
  }
  return totals;
}

function bandAt({ bands }: Instrument, points: number): number {
  return Math.max(
    0,
    bands.findLastIndex((band) => points >= band.from),
  );
}
