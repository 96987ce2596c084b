/** Sealed draft of a form filling: the officer's choices, values typed and not yet sent, and progress of the pack. */
import type { RecordId } from '@cyber-prevent/core';
import type { FillPlan, FillRow, PasteField } from '@cyber-prevent/core/fill';

export interface FillWork {
  /** Choices by row, where they differ from the plan's. */
  readonly choices: Readonly<Record<string, FillRow['start']>>;
  /** The signs of another person on a form that the officer has answered: it is about this one. */
  readonly meant?: string;
  readonly typed?: Typed;
  /** Values that pages sent by themselves: they must still be noted, even if put back since. */
  readonly left?: readonly Left[];
  readonly pack?: Pack;
}

/** Values in a form that were not reported as sent. Labels only: the values are in the record. */
export interface Typed {
  readonly system: string;
  readonly url: string;
  readonly labels: readonly string[];
  /** True if typing began and did not finish. */
  readonly isUnderWay: boolean;
  /** Set if the form was in doubt, and the officer said that it is about this person. */
  readonly isMeant?: true;
  /** Labels being typed when this was stored: if interrupted there, they may be in the form too. */
  readonly trying?: readonly string[];
}

export type Left = Pick<Typed, 'system' | 'url' | 'labels' | 'isMeant'>;

export interface Pack {
  /** The record's values when the pack was made: a changed record makes a new pack. */
  readonly from?: readonly string[];
  /** Absent if no form was read. */
  readonly system?: string;
  readonly url: string;
  /** Set if the form may be about somebody else. */
  readonly isDoubtful?: true;
  readonly fields: readonly PackField[];
  /** Ids of the parts that were copied. */
  readonly copied: readonly string[];
  /** Index of the next part in the sequence. */
  readonly at: number;
}

export interface PackField extends PasteField {
  /** Copied only if the officer asks for it separately. */
  readonly isAside?: true;
  /** Values recorded elsewhere instead: nobody has settled which is right. */
  readonly others?: readonly string[];
  /** Its label in the record, for the note of what was given. */
  readonly given: string;
}

export const NO_WORK: FillWork = { choices: {} };

/** Key of the draft. */
export const fillKey = (record: RecordId): string => `fill/${record}`;

/** Action for a row; only a row that can be typed may have one other than `leave`. */
export function choiceOf(row: FillRow, { choices }: FillWork): FillRow['start'] {
  return row.state === 'can' ? (choices[row.id] ?? row.start) : 'leave';
}

export function rowsToType(plan: FillPlan, work: FillWork): readonly FillRow[] {
  return plan.isAsked ? [] : plan.rows.filter((row) => choiceOf(row, work) === 'type');
}
