import type { RecordId } from '@cyber-prevent/core';

/** The person that the form is about, as far as it is known. */
export interface ConcernPerson {
  /** Undefined for nobody. */
  readonly id: RecordId | undefined;
  /** Undefined while it is not known: the concern can be recorded all the same. */
  readonly name: string | undefined;
  /** True if no such person is held any longer. */
  readonly isGone: boolean;
}
