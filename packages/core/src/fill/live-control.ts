/** A control of a form, named, and its state on the open page. */

import type { FillPath } from '../capture/field/fill-path.js';
import type { ControlFacts } from '../page/control/control-facts.js';
import type { FormControl } from '../page/control/form.js';

export interface NamedControl {
  readonly control: FormControl;
  readonly path?: FillPath;
  readonly by?: 'adapter' | 'reading';
  /** Set if the adapter says that nothing is ever typed here. */
  readonly isSuppressed?: true;
  /** The system's word for each code, by code. */
  readonly choices?: Readonly<Record<string, string>>;
}

/** A control with its state on the open page. */
export interface LiveControl extends NamedControl {
  readonly facts: ControlFacts;
}
