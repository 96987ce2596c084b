/** What answers come to: the level where one is settled, otherwise what is within reach and why none is given yet. */
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

/** Facts about the subject that say whether an instrument may be used. None of them bears on a level. */
export type Facts = Readonly<Record<string, string | number | undefined>>;

export type NoLevel =
  | 'not-applicable'
  | 'applicability-unknown'
  | 'too-few-answers'
  | 'answers-missing'
  | 'gives-no-level';

export interface LevelReading extends Score {
  /** Id of the band, only where the instrument applies, enough is answered and one band alone is within reach. */
  readonly level?: string;
  /** Why there is no level; absent where there is one. */
  readonly noLevel?: NoLevel;
  readonly applies: 'yes' | 'no' | 'unknown';
  /** What does not hold, or is not known to. */
  readonly notApplying: readonly { readonly fact: string; readonly reason: Ground }[];
  /** Minimum-answer rules that are not met yet. */
  readonly tooFew: readonly TooFew[];
  /** Reasons of the rules that are met or may yet move an end, then of the bands within reach. */
  readonly reasons: readonly LevelReason[];
  readonly concerns: readonly Finding[];
  /** Beside the concerns, never taken off them. */
  readonly strengths: readonly Finding[];
  readonly context: readonly Finding[];
}

export interface TooFew {
  /** How many of the items are answered, and how many must be. */
  readonly answered: number;
  readonly needed: number;
  readonly reason: Ground;
}

export interface LevelReason {
  readonly of: 'rule' | 'band';
  /** Id of the rule or the band. */
  readonly id: string;
  readonly reason: Ground;
  /** False while it rests on answers that are missing. */
  readonly isSettled: boolean;
}

/** An item and the answer given to it; what is absent, and what is missing, is not among them. */
export interface Finding {
  readonly item: string;
  readonly answer: string;
}

/**
 * The level that answers come to, or every level within reach and why none is given.
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

/** Whether the instrument is for this subject. A fact that is not known leaves that open, and is never a no. */
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

/** Of an item's own answers those without points say nothing: `none` is an absence under another name. */
function finding(instrument: Instrument, item: Item, answers: Answers): readonly Finding[] {
  const answer = givenTo(instrument, item, answers);
  if (answer === undefined || saysNothingThere(answer)) return [];
  const isNone = answer !== 'partly' && own(item.points, answer) === 0;
  return isNone ? [] : [{ item: item.id, answer }];
}
