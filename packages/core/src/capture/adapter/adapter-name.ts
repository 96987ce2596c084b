/** The field that an adapter names one value of a page as, and how the value is read. */

import type { FieldPath, ReaderName } from '../field/field-path.js';

export interface AdapterName {
  readonly path: FieldPath;
  readonly read?: ReaderName;
  /** Platform as the row of the table says it. */
  readonly platform?: string;
  /** Found by its position alone: it is offered, and never starts as taken. */
  readonly isUnsure?: true;
}
