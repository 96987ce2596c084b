/** A control of a form, named, and as it stands on the open page. */

import type { FillPath } from '../capture/field/fill-path.js';
import type { ControlFacts } from '../page/control/control-facts.js';
import type { FormControl } from '../page/control/form.js';

export interface NamedControl {
  readonly control: FormControl;
  readonly path?: FillPath;
  readonly by?: 'adapter' | 'reading';
  /** The adapter says that nothing is ever typed here. */
  readonly isSuppressed?: true;
  /** What the system calls a code, by code. */
  readonly choices?: Readonly<Record<string, string>>;
}

/** A control as it stands on the open page. */
export interface LiveControl extends NamedControl {
  readonly facts: ControlFacts;
}
