/** The practice caseload as a page asks for it: fictional people, in a practice vault alone. */

/** People of the caseload when it is whole. */
export const CASELOAD_PEOPLE = 40;

export interface PracticeState {
  /** True if every part of it was entered, and none was removed since. */
  readonly isFilled: boolean;
  /** People and records of it that are held. */
  readonly people: number;
  readonly records: number;
  /** Number of people when it is whole. */
  readonly of: number;
  /** The officer's work since: its people and records, and the records that the officer added to them. */
  readonly workedOn: {
    readonly people: number;
    readonly records: number;
    readonly added: number;
  };
}

/** Progress of the fill. */
export interface PracticeFill {
  readonly people: number;
  readonly of: number;
  readonly isDone: boolean;
}

/** Counts of the records that were destroyed. */
export interface PracticeRemoval {
  readonly people: number;
  readonly records: number;
}
