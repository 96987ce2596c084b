/** The next questions worth asking: how far each missing answer could move the level. */
import { givenTo, offeredBy, weighedPoints } from './answer.js';
import type { Answers, Instrument, Item } from './instrument.js';
import { ruleStates } from './rule.js';
import { bandAt, placesWithin, score } from './score.js';

/** The distance that one missing answer alone could move the level. */
export interface LevelSensitivity {
  readonly item: string;
  /** Most bands between two of its answers, for any other answers; 0 if it cannot move the level. */
  readonly bands: number;
}

/**
 * Ranks the missing answers by how far they could move the level, the furthest first. It is exact if only points
 * decide: every possible total of the other missing answers is tried. With rules it is *at most*: an item that affects
 * no points and no open rule gives 0, any other the whole span within reach.
 *
 * @throws {RangeError} on an answer that the item does not offer
 */
export function sensitivity(instrument: Instrument, answers: Answers): readonly LevelSensitivity[] {
  const { missing } = score(instrument, answers);
  const items = instrument.items.filter(({ id }) => missing.includes(id));
  const move = (instrument.rules ?? []).length > 0 ? mostByRules : mostByPoints;
  return items
    .map((item) => ({ item: item.id, bands: move(instrument, answers, item, items) }))
    .sort((a, b) => b.bands - a.bands);
}

/** One missing answer that would move an end of the levels within reach, if everything else stayed the same. */
export interface LevelMove {
  readonly item: string;
  readonly prompt: string;
  /** The lowest level within reach, and the one it could become. */
  readonly rise?: LevelStep;
  /** The highest level within reach, and the one it could become. */
  readonly fall?: LevelStep;
}

export interface LevelStep {
  /** An answer that would do it. */
  readonly answer: string;
  /** Ids of bands. */
  readonly from: string;
  readonly to: string;
}

/**
 * Effects of single answers: “if *forums* were answered, Medium could become High”. An item with no effect by itself is
 * left out; {@link sensitivity} shows its effect together with others.
 *
 * @throws {RangeError} on an answer that the item does not offer
 */
export function levelMoves(instrument: Instrument, answers: Answers): readonly LevelMove[] {
  const now = score(instrument, answers);
  const [low, high] = ends(instrument, now.bands);
  return instrument.items.flatMap((item) => {
    if (!now.missing.includes(item.id) || low === undefined || high === undefined) return [];
    const move: { rise?: LevelStep; fall?: LevelStep } = {};
    let [highest, lowest] = [low, high];
    for (const answer of offeredBy(item)) {
      const then = ends(instrument, score(instrument, { ...answers, [item.id]: answer }).bands);
      if ((then[0] ?? 0) > highest) {
        highest = then[0] ?? highest;
        move.rise = { answer, from: bandId(instrument, low), to: bandId(instrument, highest) };
      }
      if ((then[1] ?? high) < lowest) {
        lowest = then[1] ?? lowest;
        move.fall = { answer, from: bandId(instrument, high), to: bandId(instrument, lowest) };
      }
    }
    return move.rise || move.fall ? [{ item: item.id, prompt: item.prompt, ...move }] : [];
  });
}

function ends({ bands }: Instrument, ids: readonly string[]): readonly (number | undefined)[] {
  const places = ids.map((id) => bands.findIndex((band) => band.id === id));
  return [places[0], places.at(-1)];
}

function bandId({ bands }: Instrument, place: number): string {
  return bands[place]?.id ?? '';
}

function mostByRules(instrument: Instrument, answers: Answers, { id }: Item): number {
  const item = instrument.items.find((each) => each.id === id);
  const spread = item ? new Set(weighedPoints(instrument, item).values()).size : 0;
  const states = ruleStates(instrument, answers);
  const isAsked = states.some(
    ({ rule, isMet, isOpen }) =>
      isOpen && !isMet && rule.when.some((clause) => clause.items.includes(id)),
  );
  if (spread < 2 && !isAsked) return 0;
  const [low, high] = placesWithin(instrument, score(instrument, answers).range, states);
  return high - low;
}

function mostByPoints(
  instrument: Instrument,
  answers: Answers,
  item: Item,
  missing: readonly Item[],
): number {
  const settled = instrument.items.reduce((total, each) => {
    const answer = givenTo(instrument, each, answers);
    return total + (answer === undefined ? 0 : (weighedPoints(instrument, each).get(answer) ?? 0));
  }, 0);
  const others = missing.filter((other) => other !== item);
  const offered = [...weighedPoints(instrument, item).values()];
  if (offered.length === 0) return 0;
  const [low, high] = [Math.min(...offered), Math.max(...offered)];
  const moves = [...totalsOf(instrument, others, settled)].map(
    (total) => bandAt(instrument, total + high) - bandAt(instrument, total + low),
  );
  return Math.max(0, ...moves);
}

/** Every possible total of the items from a start, for any answers. */
function totalsOf(
  instrument: Instrument,
  items: readonly Item[],
  start: number,
): ReadonlySet<number> {
  let totals = new Set([start]);
  for (const item of items) {
    const offered = new Set(weighedPoints(instrument, item).values());
    if (offered.size === 0) continue;
    const next = new Set<number>();
    for (const total of totals) for (const each of offered) next.add(total + each);
    totals = next;
  }
  return totals;
}
