/**
 * The time to score many assessments, next to one pass over the same answers; and of one again after one more answer.
 */
import type { Answers, Instrument } from '../packages/core/src/index.ts';
import { middle, ratioOfRounds, type Spread, spread } from './figures.ts';
import { fromSource } from './from-source.ts';
import { type Machine, machine } from './machine.ts';
import { againstTarget, type Held } from './targets.ts';

export interface RiskOptions {
  /** Assessments scored in one go. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** Called with progress messages. */
  readonly say: (line: string) => void;
}

export interface BulkFigures {
  readonly instrument: string;
  readonly itemCount: number;
  readonly ruleCount: number;
  readonly assessmentCount: number;
  readonly rounds: number;
  /** Lowest and highest level within reach of each, in milliseconds. */
  readonly scoreMs: Spread;
  /** The peer: one pass that adds up a table of points by answer, a total for each assessment. */
  readonly passMs: Spread;
  /** Score divided by pass, the median of each round's own ratio. */
  readonly ratio: number;
  /** Numbers of assessments with a single level, and with a range. */
  readonly settledCount: number;
  readonly rangeCount: number;
  /** Assessments, among those compared, for which `score` gave the same. */
  readonly agreedCount: number;
  readonly lookedAtCount: number;
}

export interface AgainFigures {
  readonly instrument: string;
  /** Level, reasons and missing answers, after one more answer, in milliseconds. */
  readonly levelMs: Spread;
  /** The same, with the possible effect of every missing answer. */
  readonly withMovesMs: Spread;
}

export interface RiskFigures {
  readonly machine: Machine;
  readonly bulk: readonly BulkFigures[];
  readonly again: readonly AgainFigures[];
  readonly targets: readonly Held[];
}

type Risk = Pick<
  typeof import('../packages/core/src/index.ts'),
  'answersTo' | 'compileInstrument' | 'gatherInstruments' | 'levelMoves' | 'levelOf' | 'score'
>;

/** Target, as a multiple of one pass over the same answers. */
const TIMES_PASS = 3;
/** Milliseconds. */
const AGAIN_MS = 1;
const AGAIN_ROUNDS = 1000;
/** Number of assessments of a run that are also scored one by one. */
const LOOKED_AT = 2000;
/** The instruments that an officer would use; the others are small. */
const INSTRUMENTS = ['cyber-prevent-judgement', 'impact-scale', 'demo-screen'];

export async function benchRisk({ sizes, rounds, say }: RiskOptions): Promise<RiskFigures> {
  const measuredOn = machine();
  const risk = (await fromSource('risk/index.ts')) as Risk;
  const shipped = risk.gatherInstruments();
  const instruments = INSTRUMENTS.flatMap((id) => shipped.get(id) ?? []);
  const bulk = sizes.flatMap((size) =>
    instruments.map((instrument) => {
      say(`${size} assessments by ${instrument.id}`);
      return measureBulk(instrument, size, rounds, risk);
    }),
  );
  const again = instruments.map((instrument) => {
    say(`one answer more, by ${instrument.id}`);
    return measureAgain(instrument, risk);
  });
  return {
    machine: measuredOn,
    bulk,
    again,
    targets: [
      ...bulk.map(({ instrument, assessmentCount, ratio }) =>
        againstTarget(
          `${assessmentCount} by ${instrument}: times one pass over the answers`,
          ratio,
          TIMES_PASS,
        ),
      ),
      ...again.flatMap(({ instrument, levelMs, withMovesMs }) => [
        againstTarget(
          `${instrument}: scored again after one answer, p95 ms`,
          levelMs.p95,
          AGAIN_MS,
        ),
        againstTarget(`${instrument}: the same with every move, p95 ms`, withMovesMs.p95, AGAIN_MS),
      ]),
    ],
  };
}

function measureBulk(
  instrument: Instrument,
  size: number,
  rounds: number,
  risk: Risk,
): BulkFigures {
  const compiled = risk.compileInstrument(instrument);
  const all = Array.from({ length: LOOKED_AT }, (_, nth) => answersAt(instrument, nth, risk));
  const codes = new Uint8Array(size * compiled.itemCount);
  const offered = instrument.items.map((item) => risk.answersTo(item).length - 2);
  const next = numbers(7);
  for (let at = 0; at < codes.length; at += 1) {
    const place = at % compiled.itemCount;
    const given = all[Math.floor(at / compiled.itemCount)];
    codes[at] = given
      ? compiled.code(place, given[instrument.items[place]?.id ?? ''])
      : Math.floor(next() * ((offered[place] ?? 0) + 1));
  }
  const [lowest, highest] = [new Uint8Array(size), new Uint8Array(size)];
  const points = Int32Array.from({ length: compiled.itemCount * 8 }, (_, at) => (at * 7) % 5);
  const totals = new Int32Array(size);
  const [scoreMs, passMs]: [number[], number[]] = [[], []];
  const score = () => compiled.scoreAll(codes, lowest, highest);
  const pass = () => onePass(codes, points, totals, compiled.itemCount);
  for (let round = -3; round < rounds; round += 1) {
    // The order alternates, so that a warm cache favours neither. The first rounds warm both up.
    const [one, other] = round % 2 === 0 ? [score, pass] : [pass, score];
    const [first, second] = [timed(one), timed(other)];
    if (round < 0) continue;
    scoreMs.push(one === score ? first : second);
    passMs.push(one === score ? second : first);
  }
  const settledCount = lowest.reduce((sum, low, k) => sum + (low === highest[k] ? 1 : 0), 0);
  const lookedAt = all.slice(0, size);
  const agreed = lookedAt.filter((given, k) => {
    const { bands } = risk.score(instrument, given);
    const within = instrument.bands.slice(lowest[k], (highest[k] ?? 0) + 1).map(({ id }) => id);
    return within.join() === bands.join();
  });
  return {
    instrument: instrument.id,
    itemCount: compiled.itemCount,
    ruleCount: (instrument.rules ?? []).length,
    assessmentCount: size,
    rounds,
    scoreMs: spread(scoreMs),
    passMs: spread(passMs),
    ratio: ratioOfRounds(scoreMs, passMs),
    settledCount,
    rangeCount: size - settledCount,
    agreedCount: agreed.length,
    lookedAtCount: lookedAt.length,
  };
}

/** One look at each answer, and a total for each assessment: the least that scoring must do. */
function onePass(
  codes: Uint8Array,
  points: Int32Array,
  totals: Int32Array,
  itemCount: number,
): void {
  let at = 0;
  for (let k = 0; k < totals.length; k += 1) {
    let total = 0;
    for (let place = 0; place < itemCount; place += 1) {
      total += points[place * 8 + (codes[at] ?? 0)] ?? 0;
      at += 1;
    }
    totals[k] = total;
  }
}

function measureAgain(instrument: Instrument, risk: Risk): AgainFigures {
  const [levelMs, withMovesMs]: [number[], number[]] = [[], []];
  for (let round = -50; round < AGAIN_ROUNDS; round += 1) {
    const answers = { ...answersAt(instrument, round + 50, risk) };
    const item = instrument.items[(round + 50) % instrument.items.length];
    const offered = item ? risk.answersTo(item) : [];
    const more = { ...answers, [item?.id ?? '']: offered[0]?.answer };
    const level = timed(() => risk.levelOf(instrument, more, {}));
    const moves = timed(() => risk.levelMoves(instrument, more));
    if (round < 0) continue;
    levelMs.push(level);
    withMovesMs.push(level + moves);
  }
  return { instrument: instrument.id, levelMs: fine(levelMs), withMovesMs: fine(withMovesMs) };
}

/** Rounds to a thousandth of a millisecond: these are far below one. */
function fine(values: readonly number[]): Spread {
  const { p95 } = spread(values.map((value) => value * 1000));
  return { p50: Math.round(middle(values) * 1000) / 1000, p95: Math.round(p95) / 1000 };
}

/** Always the same answers for the same number; about one in five is missing. */
function answersAt({ items }: Instrument, nth: number, { answersTo }: Risk): Answers {
  const next = numbers(nth + 1);
  return Object.fromEntries(
    items.map((item) => {
      const offered = answersTo(item).slice(0, -2);
      const pick = Math.floor(next() * (offered.length * 1.25));
      return [item.id, offered[pick]?.answer ?? 'unknown'];
    }),
  );
}

function timed(what: () => unknown): number {
  const from = performance.now();
  what();
  return performance.now() - from;
}

/** Numbers from 0 up to 1, determined by the seed. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
