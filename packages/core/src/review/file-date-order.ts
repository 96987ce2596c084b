/** The order of numeric dates in a file. One row rarely shows it; the whole file often does. */

import { FIELD_PATHS, fieldOf } from '../capture/field/field-path.js';
import { agreedOrder, orderOfDate, orderOfHint } from '../capture/read/date-order.js';
import type { DateOrder } from '../capture/read/either-date.js';
import type { FieldTexts, FieldValues } from './field-values.js';

/** Fields that hold a date. */
export const DATE_PATHS = FIELD_PATHS.filter((path) => fieldOf(path).read === 'ukDate');

/**
 * The order that the dates of a file prove, or its headings: 25/03/2009, or *Born (mm/dd/yyyy)*.
 *
 * @param referrals - all of the file, so that an ambiguous row is read as the others are
 * @returns `both` when some prove one order and some the other; undefined when none proves any
 */
export function fileDateOrder(
  referrals: readonly { readonly values: FieldValues; readonly labels?: FieldTexts }[],
): DateOrder | 'both' | undefined {
  return agreedOrder(
    referrals.flatMap(({ values, labels = {} }) =>
      DATE_PATHS.flatMap((path) => {
        const said = labels[path] ?? [];
        const hints = typeof said === 'string' ? [said] : said;
        return [...(values[path] ?? []).map(orderOfDate), ...hints.map(orderOfHint)];
      }),
    ),
  );
}
