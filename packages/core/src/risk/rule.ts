/** The state of each rule: met, or still possible. A missing answer leaves a rule open and never fails it. */
import { givenTo } from './answer.js';
import type { Answers, Clause, Instrument, Rule } from './instrument.js';

export interface RuleState {
  readonly rule: Rule;
  /** Met by the answers given, for any values of the missing ones. */
  readonly isMet: boolean;
  /** Met, or could be once the missing answers are in. */
  readonly isOpen: boolean;
}

/** @throws {RangeError} on an answer that the item does not offer */
export function ruleStates(instrument: Instrument, answers: Answers): readonly RuleState[] {
  const { rules = [], items } = instrument;
  if (rules.length === 0) return [];
  const given = new Map(items.map((item) => [item.id, givenTo(instrument, item, answers)]));
  return rules.map((rule) => ({
    rule,
    isMet: rule.when.every((clause) => isReached(clause, given, false)),
    isOpen: rule.when.every((clause) => isReached(clause, given, true)),
  }));
}

function isReached(
  { items, answers, count = 1 }: Clause,
  given: ReadonlyMap<string, string | undefined>,
  isHopeful: boolean,
): boolean {
  const reached = items.filter((id) => {
    const answer = given.get(id);
    return answer === undefined ? isHopeful : answers.includes(answer);
  });
  return reached.length >= count;
}
