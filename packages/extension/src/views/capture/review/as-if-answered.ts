/**
 * A draft as it is once everything about it is answered, for a look at what differs from what is held. What an officer has
 * still to answer must not hide what they have to decide; nothing of this is kept.
 */
import {
  asksAuthority,
  conditionNeeds,
  conditionPrefix,
  type Draft,
  type Gates,
  regimeOfGates,
  withConditionAnswer,
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
  const answered = conditionNeeds(draft, gates).reduce(
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
    draft,
  );
  return asksAuthority(draft)
    ? { ...answered, authority: { authority: 'none-needed', detail: SAID } }
    : answered;
}
