/** The type of every reader: it takes a text and returns a value, or an issue. */
import type { Result } from '../../shared/issue.js';
import type { FieldPath } from '../field/field-path.js';

export interface ReadValue {
  readonly value: string;
  /** Code of `online-platform`, from the `handle` reader if the text or the label gives one. */
  readonly platform?: string;
}

/** Facts about the place of the text. */
export interface ReadContext {
  /** The label over it: "Discord username" gives the platform of a bare handle. */
  readonly label?: string;
  /** The fact that it stands for: *Nil* may be a family name. */
  readonly path?: FieldPath;
}

export type Reader = (text: string, context: ReadContext) => Result<ReadValue>;
