/** What every reader is: a text in, a value or what is wrong with it out. */
import type { Result } from '../../shared/issue.js';

export interface ReadValue {
  readonly value: string;
  /** Code of `online-platform`, from the `handle` reader when the text or the label says one. */
  readonly platform?: string;
}

/** What stands around the text. */
export interface ReadContext {
  /** The label it stood under: "Discord username" says the platform of a bare handle. */
  readonly label?: string;
}

export type Reader = (text: string, context: ReadContext) => Result<ReadValue>;
