/** What is put away of a filling, sealed: the officer's choices, what was typed and not yet sent, how far the pack is. */
import type { RecordId } from '@cyber-prevent/core';
import type { FillPlan, FillRow, PasteField } from '@cyber-prevent/core/fill';

export interface FillWork {
  /** By row, where the officer decided otherwise than the plan begins. */
  readonly choices: Readonly<Record<string, FillRow['start']>>;
  readonly typed?: Typed;
  /** What pages sent by themselves of what was typed into them: a note of it is still to be kept, whatever was put back since. */
  readonly left?: readonly Left[];
  readonly pack?: Pack;
}

/** What stands in a form and was not said to be sent. Labels alone: what they say is in the record. */
export interface Typed {
  readonly system: string;
  readonly url: string;
  readonly labels: readonly string[];
  /** Typing has begun and not come to its end. */
  readonly isUnderWay: boolean;
  /** What was being typed when this was put away: cut short there, it may stand in the form as well. */
  readonly trying?: readonly string[];
}

export type Left = Pick<Typed, 'system' | 'url' | 'labels'>;

export interface Pack {
  /** What the record said when it was made: a record that was changed since makes another. */
  readonly from?: readonly string[];
  /** Absent where no form was read. */
  readonly system?: string;
  readonly url: string;
  readonly fields: readonly PackField[];
  /** Ids of the parts that were copied. */
  readonly copied: readonly string[];
  /** The part that comes next, by its place in the sequence. */
  readonly at: number;
}

export interface PackField extends PasteField {
  /** Copied only when the officer asks for it by itself. */
  readonly isAside?: true;
  /** What it is called in the record, for the note of what was given. */
  readonly given: string;
}

export const NO_WORK: FillWork = { choices: {} };

/** Names the work. */
export const fillKey = (record: RecordId): string => `fill/${record}`;

/** What is to be done with a row: only what can be typed may be. */
export function choiceOf(row: FillRow, { choices }: FillWork): FillRow['start'] {
  return row.state === 'can' ? (choices[row.id] ?? row.start) : 'leave';
}

export function rowsToType(plan: FillPlan, work: FillWork): readonly FillRow[] {
  return plan.rows.filter((row) => choiceOf(row, work) === 'type');
}
