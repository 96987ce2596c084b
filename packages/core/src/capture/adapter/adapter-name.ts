/** The field that an adapter assigns to one value of a page, and the way the value is read. */

import type { FieldPath, ReaderName } from '../field/field-path.js';

export interface AdapterName {
  readonly path: FieldPath;
  readonly read?: ReaderName;
  /** Platform as written in the row of the table. */
  readonly platform?: string;
  /** Set if found by position alone: it is offered, and never starts as taken. */
  readonly isUnsure?: true;
}
