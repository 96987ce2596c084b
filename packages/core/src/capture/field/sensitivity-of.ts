/** The sensitivity of a kind of value: its own, or a higher one from its page's adapter. */

import type { Sensitivity } from '../../shared/sensitivity.js';
import { type FieldPath, fieldOf } from './field-path.js';

const NONE_RAISED: ReadonlyMap<FieldPath, Sensitivity> = new Map();

/** Levels from the lowest to the highest: an adapter can only raise. */
const LEVELS: readonly Sensitivity[] = ['none', 'personal', 'criminal', 'special', 'source'];

/** The field's own level, or the adapter's for this screen if that is higher. */
export function sensitivityOf(
  path: FieldPath | undefined,
  raised: ReadonlyMap<FieldPath, Sensitivity> = NONE_RAISED,
): Sensitivity {
  if (path === undefined) return 'personal';
  const own = fieldOf(path).sensitivity;
  const other = raised.get(path);
  if (other === undefined) return own;
  return LEVELS.indexOf(other) > LEVELS.indexOf(own) ? other : own;
}
