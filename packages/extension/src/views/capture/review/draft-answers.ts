/** Handles the officer's answers about a draft as a whole; they are stored with the draft. */
import type {
  AuthorityAnswer,
  ConditionAnswer,
  ConditionNeed,
  RecordId,
  WordsAnswer,
} from '@cyber-prevent/core';

export interface DraftAnswers {
  /** `undefined` removes the answer. */
  condition(
    need: Pick<ConditionNeed, 'what' | 'sensitivity'>,
    answer: ConditionAnswer | undefined,
  ): void;
  authority(answer: AuthorityAnswer): void;
  words(answer: WordsAnswer): void;
  /** `undefined` for no enquiry. */
  formOf(enquiry: RecordId | undefined): void;
}
