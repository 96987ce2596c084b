/** What an instrument asks of the subject to say whom it is for, as a form asks it and as it is kept. */
import { own } from './answer.js';
import type { Ground, Instrument } from './instrument.js';
import type { Facts } from './level.js';

export interface AskedFact {
  readonly fact: string;
  readonly prompt: string;
  /** What may be chosen; absent: a number. */
  readonly oneOf?: readonly string[];
  /** Why it is asked, once for each thing that must hold of it. */
  readonly reasons: readonly Ground[];
}

/** As a form has it and a record keeps it: a number is kept as it was typed. */
export interface GivenFact {
  readonly fact: string;
  readonly value: string;
}

/**
 * What is still to be asked to say whom an instrument is for, each fact once.
 *
 * @param known - facts that are known already, such as the age where the date of birth is
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

/** What was given, for scoring: an empty one is not known, and neither is a number that is none. */
export function factsGiven(asked: readonly AskedFact[], given: readonly GivenFact[]): Facts {
  return Object.fromEntries(
    asked.flatMap(({ fact, oneOf }) => {
      const text = given.find((each) => each.fact === fact)?.value.trim() ?? '';
      if (text === '') return [];
      return [[fact, oneOf ? text : Number(text)]];
    }),
  );
}
