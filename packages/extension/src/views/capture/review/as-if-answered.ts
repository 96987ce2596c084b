/**
 * A draft as if all its questions were answered, to compare it with the stored records. Open questions must not hide
 * the officer's decisions. None of this is saved.
 */
import {
  asksAuthority,
  conditionNeeds,
  conditionPrefix,
  type Draft,
  type Gates,
  regimeOfGates,
  withConditionAnswer,
  wordsAsked,
} from '@cyber-prevent/core';
import { choicesOf } from '../../../components/choice.js';
import type { Services } from '../../../ports/services.js';

const SAID = '-';

export function asIfAnswered(
  { lists, today }: Pick<Services, 'lists' | 'today'>,
  draft: Draft,
  gates: Gates,
): Draft {
  const regime = regimeOfGates(gates);
  const conditions = choicesOf(lists, 'processing-condition', today()).map(({ value }) => value);
  const anyOf = (prefix: string) => conditions.find((code) => code.startsWith(prefix)) ?? '';
  const said: Draft = {
    ...draft,
    withoutNarrative: true,
    words: wordsAsked(draft).map(
      ({ what, kinds, answer }) =>
        answer ?? { what, words: kinds.flatMap(({ words }) => words), isSpecial: false },
    ),
  };
  const answered = conditionNeeds(said, gates).reduce(
    (so, { what, sensitivity }) =>
      withConditionAnswer(
        so,
        { what, sensitivity },
        {
          what,
          sensitivity,
          regime,
          condition: anyOf(conditionPrefix(sensitivity, regime)),
          whyNecessary: SAID,
        },
      ),
    said,
  );
  return asksAuthority(draft)
    ? { ...answered, authority: { authority: 'none-needed', detail: SAID } }
    : answered;
}
