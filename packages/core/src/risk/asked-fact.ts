/**
 * Facts about the subject that decide whether an instrument applies, as a form asks for them and as they are stored.
 */
import { own } from './answer.js';
import type { Ground, Instrument } from './instrument.js';
import type { Facts } from './level.js';

export interface AskedFact {
  readonly fact: string;
  readonly prompt: string;
  /** The choices; absent: a number. */
  readonly oneOf?: readonly string[];
  /** The reasons it is asked, one for each condition on it. */
  readonly reasons: readonly Ground[];
}

/** A fact as in a form and in a record: a number is stored as typed. */
export interface GivenFact {
  readonly fact: string;
  readonly value: string;
}

/**
 * Facts still to be asked to decide whether an instrument applies, each once.
 *
 * @param known - facts already known, such as the age if the date of birth is
 */
export function factsAsked(
  { applies = [] }: Pick<Instrument, 'applies'>,
  known: Facts = {},
): readonly AskedFact[] {
  const asked = new Map<string, AskedFact>();
  for (const { fact, prompt, oneOf, reason } of applies) {
    if (own(known, fact) !== undefined) continue;
    const before = asked.get(fact);
    const choices = [...new Set([...(before?.oneOf ?? []), ...(oneOf ?? [])])];
    asked.set(fact, {
      fact,
      prompt: before?.prompt ?? prompt ?? fact,
      reasons: [...(before?.reasons ?? []), reason],
      ...(choices.length > 0 ? { oneOf: choices } : {}),
    });
  }
  return [...asked.values()];
}

/** The given facts, for scoring: an empty one is unknown, and so is a number that cannot be read. */
export function factsGiven(asked: readonly AskedFact[], given: readonly GivenFact[]): Facts {
  return Object.fromEntries(
    asked.flatMap(({ fact, oneOf }) => {
      const text = given.find((each) => each.fact === fact)?.value.trim() ?? '';
      if (text === '') return [];
      return [[fact, oneOf ? text : Number(text)]];
    }),
  );
}
