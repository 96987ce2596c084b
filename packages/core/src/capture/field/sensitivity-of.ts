/** The sensitivity of a kind of value, by itself or because the adapter of its page says so. */

import type { Sensitivity } from '../../shared/sensitivity.js';
import { type FieldPath, fieldOf } from './field-path.js';

const NONE_RAISED: ReadonlyMap<FieldPath, Sensitivity> = new Map();

/** From the least to the most: an adapter can only raise. */
const LEVELS: readonly Sensitivity[] = ['none', 'personal', 'criminal', 'special', 'source'];

/** The field's own level, or the adapter's for this screen where that is higher. */
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
