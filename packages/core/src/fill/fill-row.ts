/** The plan of a filling: what will be typed where, and what will not and why. Nothing in it has happened yet. */
import type { FormControl } from '../page/control/form.js';
import type { Issue } from '../shared/issue.js';
import type { FillValue } from './fill-value.js';
import type { NamedForm } from './name-form.js';
import type { FillStep } from './step.js';

/** `can`: it can be typed. `same`: it stands there already. `cannot`: see `why`. */
export type FillState = 'can' | 'same' | 'cannot';

export interface FillRow {
  /** Of the value. */
  readonly id: string;
  readonly value: FillValue;
  readonly state: FillState;
  /** What the page calls the box; absent where there is none. */
  readonly box?: Pick<FormControl, 'label' | 'owner' | 'target'>;
  /** What would stand there, in the form's own way of writing. */
  readonly text: string;
  /** One for each control; none unless it can be typed. */
  readonly steps: readonly FillStep[];
  /** What the officer starts from. Only what can be typed may be typed. */
  readonly start: 'type' | 'leave';
  /** What it would be typed over. */
  readonly replaces?: string;
  readonly why?: Issue;
  /** Most UTF-16 code units that its box takes, for the paste pack. */
  readonly limit?: number;
}

export interface FillPlan {
  /** In the order of the form, then what no box asks for; last what would be typed over another text. */
  readonly rows: readonly FillRow[];
  /** Boxes on screen that stay empty: what the form asks for beyond what was recorded. */
  readonly unanswered: readonly Pick<FormControl, 'label' | 'owner' | 'target'>[];
  readonly adapter?: NamedForm['adapter'];
}
