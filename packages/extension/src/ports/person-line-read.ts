/** The line about a person as a page may have it: worked out next to the records. */
import type { PersonLine, PlainDate } from '@cyber-prevent/core';

/** A record that is closed to the officer, by their own declaration. */
export interface ClosedLine {
  readonly name: 'closed';
  readonly declaredOn: PlainDate;
  readonly supervisor: string;
  /** True once the supervisor has a request that they can answer. */
  readonly isTold: boolean;
  /** True if the supervisor answered that it stays closed. */
  readonly isAnswered: boolean;
}

export type PersonLineRead =
  | ClosedLine
  | { readonly name: 'shown'; readonly line: PersonLine; readonly today: PlainDate };
