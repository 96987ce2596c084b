/** The plan of a filling: where each value will be typed, and why any will not be. Nothing in it has happened yet. */
import type { FormControl } from '../page/control/form.js';
import type { Issue } from '../shared/issue.js';
import type { FillValue } from './fill-value.js';
import type { NamedForm } from './name-form.js';
import type { OwnSign } from './own-sign.js';
import type { FillStep } from './step.js';
import type { WhoseForm } from './whose-form.js';

/** `can`: it can be typed. `same`: it is there already. `cannot`: see `why`. */
export type FillState = 'can' | 'same' | 'cannot';

export interface FillRow {
  /** Id of the value. */
  readonly id: string;
  readonly value: FillValue;
  readonly state: FillState;
  /** The box as the page names it; absent if there is none. */
  readonly box?: Pick<FormControl, 'label' | 'owner' | 'target'>;
  /** Text that would be in the box, in the form's own way of writing. */
  readonly text: string;
  /** Steps, one for each control; none unless it can be typed. */
  readonly steps: readonly FillStep[];
  /** Choice that the officer starts from. Only a row that can be typed may be typed. */
  readonly start: 'type' | 'leave';
  /** Text that would be typed over. */
  readonly replaces?: string;
  readonly why?: Issue;
  /** Most UTF-16 code units that its box takes, for the paste pack. */
  readonly limit?: number;
}

export interface FillPlan extends Omit<WhoseForm, 'isDoubtful'> {
  /** Texts of the page that say it is about this person; absent if it shows nothing of theirs. */
  readonly shows?: readonly OwnSign[];
  /** Set if nothing on the page says that it is about this person, or about anybody else. */
  readonly isNameless?: true;
  /** Set while the page may be about another person and nobody has answered: nothing is to be typed. */
  readonly isAsked?: true;
  /** Rows in the order of the form, then values that no box asks for; last, those that would replace another text. */
  readonly rows: readonly FillRow[];
  /** Boxes on screen that stay empty: the form asks for more than was recorded. */
  readonly unanswered: readonly Pick<FormControl, 'label' | 'owner' | 'target'>[];
  readonly adapter?: NamedForm['adapter'];
}
