/** What the officer answers about a draft as a whole; it is put away with the draft. */
import type { AuthorityAnswer, ConditionAnswer, ConditionNeed } from '@cyber-prevent/core';

export interface DraftAnswers {
  /** `undefined` takes the answer back. */
  condition(
    need: Pick<ConditionNeed, 'what' | 'sensitivity'>,
    answer: ConditionAnswer | undefined,
  ): void;
  authority(answer: AuthorityAnswer): void;
}
