/**
 * The result of a set of answers: the level if one is settled, otherwise the levels within reach and the reason none is
 * given yet.
 */
import { givenTo, own, saysNothingThere } from './answer.js';
import type {
  Answers,
  Applicability,
  Ground,
  Instrument,
  Item,
  MinimumAnswers,
  Rule,
} from './instrument.js';
import { ruleStates } from './rule.js';
import { type Score, score } from './score.js';

/** Facts about the subject that decide whether an instrument may be used. None of them affects a level. */
export type Facts = Readonly<Record<string, string | number | undefined>>;

export type NoLevel =
  | 'not-applicable'
  | 'applicability-unknown'
  | 'too-few-answers'
  | 'answers-missing'
  | 'gives-no-level';

export interface LevelReading extends Score {
  /** Id of the band, only if the instrument applies, enough is answered and exactly one band is within reach. */
  readonly level?: string;
  /** The reason there is no level; absent if there is one. */
  readonly noLevel?: NoLevel;
  readonly applies: 'yes' | 'no' | 'unknown';
  /** Conditions that are not met, or are not known to be. */
  readonly notApplying: readonly { readonly fact: string; readonly reason: Ground }[];
  /** Minimum-answer rules that are not met yet. */
  readonly tooFew: readonly TooFew[];
  /** Reasons of the rules that are met or could still move an end, then of the bands within reach. */
  readonly reasons: readonly LevelReason[];
  readonly concerns: readonly Finding[];
  /** Shown next to the concerns, never subtracted from them. */
  readonly strengths: readonly Finding[];
  readonly context: readonly Finding[];
}

export interface TooFew {
  /** The number of items answered, and the number required. */
  readonly answered: number;
  readonly needed: number;
  readonly reason: Ground;
}

export interface LevelReason {
  readonly of: 'rule' | 'band';
  /** Id of the rule or the band. */
  readonly id: string;
  readonly reason: Ground;
  /** False while it depends on missing answers. */
  readonly isSettled: boolean;
}

/** An item and its answer; absent and missing answers are left out. */
export interface Finding {
  readonly item: string;
  readonly answer: string;
}

/**
 * The level of the answers, or every level within reach and the reason none is given.
 *
 * @throws {RangeError} on an answer that the item does not offer
 */
export function levelOf(instrument: Instrument, answers: Answers, facts: Facts = {}): LevelReading {
  const scored = score(instrument, answers);
  const applying = applicability(instrument, facts);
  const tooFew = (instrument.minimum ?? []).flatMap((each) => shortOf(instrument, each, scored));
  const [level, ...others] = scored.bands;
  const noLevel: NoLevel | undefined =
    level === undefined
      ? 'gives-no-level'
      : applying.applies === 'no'
        ? 'not-applicable'
        : applying.applies === 'unknown'
          ? 'applicability-unknown'
          : tooFew.length > 0
            ? 'too-few-answers'
            : others.length > 0
              ? 'answers-missing'
              : undefined;
  const found = (bears: Item['bears']): readonly Finding[] =>
    instrument.items.flatMap((item) =>
      item.bears === bears ? finding(instrument, item, answers) : [],
    );
  return {
    ...scored,
    ...(level === undefined || noLevel ? {} : { level }),
    ...(noLevel ? { noLevel } : {}),
    ...applying,
    tooFew,
    reasons: reasonsOf(instrument, answers, scored),
    concerns: found('concern'),
    strengths: found('strength'),
    context: found('context'),
  };
}

/** Says whether the instrument is for this subject. An unknown fact leaves that open, and is never a no. */
export function applicability(
  { applies = [] }: Pick<Instrument, 'applies'>,
  facts: Facts,
): Pick<LevelReading, 'applies' | 'notApplying'> {
  const held = applies.map((each) => ({ each, holds: holds(each, facts) }));
  return {
    applies: held.some(({ holds }) => holds === 'no')
      ? 'no'
      : held.some(({ holds }) => holds === 'unknown')
        ? 'unknown'
        : 'yes',
    notApplying: held.flatMap(({ each: { fact, reason }, holds }) =>
      holds === 'yes' ? [] : [{ fact, reason }],
    ),
  };
}

function holds(
  { fact, atLeast, atMost, oneOf }: Applicability,
  facts: Facts,
): 'yes' | 'no' | 'unknown' {
  const value = own(facts, fact);
  if (value === undefined) return 'unknown';
  if (oneOf) return oneOf.includes(String(value)) ? 'yes' : 'no';
  if (typeof value !== 'number' || Number.isNaN(value)) return 'unknown';
  return value >= (atLeast ?? value) && value <= (atMost ?? value) ? 'yes' : 'no';
}

function shortOf(
  { items: all }: Instrument,
  { answered: needed, items = all.map(({ id }) => id), reason }: MinimumAnswers,
  { missing }: Score,
): readonly TooFew[] {
  const answered = items.filter((id) => !missing.includes(id)).length;
  return answered < needed ? [{ answered, needed, reason }] : [];
}

function reasonsOf(
  instrument: Instrument,
  answers: Answers,
  { bands }: Score,
): readonly LevelReason[] {
  const place = (id: string | undefined): number =>
    instrument.bands.findIndex((band) => band.id === id);
  const [low, high] = [place(bands[0]), place(bands.at(-1))];
  const couldMove = ({ atLeast, atMost }: Rule): boolean =>
    atLeast === undefined ? place(atMost) < high : place(atLeast) > low;
  return [
    ...ruleStates(instrument, answers)
      .filter(({ rule, isMet, isOpen }) => isMet || (isOpen && couldMove(rule)))
      .map(({ rule: { id, reason }, isMet }) => ({
        of: 'rule' as const,
        id,
        reason,
        isSettled: isMet,
      })),
    ...instrument.bands.flatMap(({ id, reason }) =>
      reason && bands.includes(id)
        ? [{ of: 'band' as const, id, reason, isSettled: bands.length === 1 }]
        : [],
    ),
  ];
}

/**
 * Returns the finding of an item. An item's own answers without points are left out: `none` is an absence under another
 * name.
 */
function finding(instrument: Instrument, item: Item, answers: Answers): readonly Finding[] {
  const answer = givenTo(instrument, item, answers);
  if (answer === undefined || saysNothingThere(answer)) return [];
  const isNone = answer !== 'partly' && own(item.points, answer) === 0;
  return isNone ? [] : [{ item: item.id, answer }];
}
