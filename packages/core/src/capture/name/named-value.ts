/** A value of the page with the path that names it, and with all that says whose it is. */
import type { LabelledValue } from '../../page/reading.js';
import type { PersonOf } from '../adapter/name-rows.js';
import type { FieldPath, ReaderName } from '../field/field-path.js';
import type { NamingRule } from '../field/naming-rule.js';

export interface NamedValue {
  readonly value: LabelledValue;
  readonly path: FieldPath | undefined;
  readonly read?: ReaderName;
  /** Platform from a cell of the same row. */
  readonly platform?: string;
  readonly namedBy: 'adapter' | 'generic';
  /** Rule of the generic reading that gave its path. */
  readonly rule?: NamingRule;
  /** Set if an adapter's selector found it: the page itself gave it no label. */
  readonly bySelector?: true;
  /** Set if an adapter found it by position alone. */
  readonly isUnsure?: true;
  /** The person in a list that it belongs to. */
  readonly person?: PersonOf;
  /**
   * Set if it is somebody else's, though neither its label nor a heading says so: it is joined into nothing of the
   * subject's.
   */
  readonly isStrangers?: true;
}
