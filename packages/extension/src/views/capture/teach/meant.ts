/** Finds the value that an officer meant by pointing at an element of the page. */
import type { PointedAt } from '../../../ports/teach-service.js';
import { folded } from '../../../sandbox/teach-find.js';
import type { TeachValue } from '../../../sandbox/teach-order.js';

/** Nobody points at more values than this. */
const MOST_INSIDE = 8;
/** Number of surrounding elements searched for any value; further out, only the same words count. */
const NEAR = 3;

/**
 * @returns the values, or the likeliest alone if there is one; a place without a label if the reading has none; or
 * nothing
 */
export function valuesPointedAt(
  { frame, around, inside, path, text }: PointedAt,
  values: readonly TeachValue[],
): readonly TeachValue[] {
  const here = values.filter((value) => value.frame.join() === frame.join());
  const words = folded(text);
  const says = (value: TeachValue): boolean =>
    words !== '' && (folded(value.text).includes(words) || folded(value.label) === words);
  for (const [distance, selector] of around.entries()) {
    const at = here.filter(
      (value) => value.selector === selector || value.labelSelector === selector,
    );
    const saying = at.filter(says);
    if (saying.length > 0) return closest(saying, words);
    if (at.length > 0 && distance === 0) return at;
    if (at.length > 0 && words === '' && distance < NEAR) return at;
  }
  const within = here.filter(
    ({ selector, labelSelector }) =>
      inside.includes(selector) || inside.includes(labelSelector ?? ''),
  );
  if (within.length > 0 && within.length <= MOST_INSIDE) return within;
  const same = here.filter(
    (value) => folded(value.text) === words || folded(value.label) === words,
  );
  if (words !== '' && same.length > 0) return same;
  if (words === '' || within.length > MOST_INSIDE) return [];
  return [{ id: '', label: '', owner: [], text, frame, selector: path }];
}

/** Values with exactly those words, if there are any; otherwise all. */
function closest(values: readonly TeachValue[], words: string): readonly TeachValue[] {
  const exact = values.filter((value) => folded(value.text) === words);
  return exact.length > 0 ? exact : values;
}
