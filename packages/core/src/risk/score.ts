/** Scores answers as a range: a missing answer widens it, and never counts as a no. */
import { givenTo, weighedPoints } from './answer.js';
import type { Answers, Instrument } from './instrument.js';
import { type RuleState, ruleStates } from './rule.js';

export interface Score {
  /** Lowest and highest total the answers allow, in points; equal when nothing is missing. */
  readonly range: readonly [low: number, high: number];
  /** Bands within reach, lowest first: one when settled, several while answers are missing, none if it has no bands. */
  readonly bands: readonly string[];
  /** Items without an answer, or with *unknown* or *not asked*, in the instrument's order. */
  readonly missing: readonly string[];
}

/**
 * Scores answers, widening the range for each missing one. Unknown is never scored as "no".
 *
 * @throws {RangeError} on an answer that the item does not offer
 */
export function score(instrument: Instrument, answers: Answers): Score {
  const { range, missing } = totals(instrument, answers);
  const [low, high] = placesWithin(instrument, range, ruleStates(instrument, answers));
  return {
    range,
    bands: instrument.bands.slice(low, high + 1).map((band) => band.id),
    missing,
  };
}

/** The lowest and highest total, and the missing items. */
function totals(instrument: Instrument, answers: Answers): Pick<Score, 'range' | 'missing'> {
  let [low, high] = [0, 0];
  const missing: string[] = [];
  for (const item of instrument.items) {
    const answer = givenTo(instrument, item, answers);
    const points = weighedPoints(instrument, item);
    if (answer === undefined) missing.push(item.id);
    const offered = answer === undefined ? [...points.values()] : [points.get(answer) ?? 0];
    if (offered.length === 0) continue;
    low += Math.min(...offered);
    high += Math.max(...offered);
  }
  return { range: [low, high], missing };
}

/** Places of the lowest and the highest band within reach. Each end only ever moves inwards as answers arrive. */
export function placesWithin(
  instrument: Instrument,
  [low, high]: Score['range'],
  states: readonly RuleState[],
): readonly [low: number, high: number] {
  const last = Math.max(0, instrument.bands.length - 1);
  const place = (id: string): number => instrument.bands.findIndex((band) => band.id === id);
  let [floorMet, floorOpen, capMet, capOpen] = [0, 0, last, last];
  for (const { rule, isMet, isOpen } of states) {
    if (!isOpen) continue;
    if (rule.atLeast !== undefined) {
      floorOpen = Math.max(floorOpen, place(rule.atLeast));
      if (isMet) floorMet = Math.max(floorMet, place(rule.atLeast));
    }
    if (rule.atMost !== undefined) {
      capOpen = Math.min(capOpen, place(rule.atMost));
      if (isMet) capMet = Math.min(capMet, place(rule.atMost));
    }
  }
  return [
    Math.max(floorMet, Math.min(capOpen, bandAt(instrument, low))),
    Math.max(floorOpen, Math.min(capMet, bandAt(instrument, high))),
  ];
}

/** Place of the band that a total falls in; the first if bands depend only on rules. */
export function bandAt({ bands }: Pick<Instrument, 'bands'>, points: number): number {
  return Math.max(
    0,
    bands.findLastIndex(({ from }) => from !== undefined && points >= from),
  );
}
