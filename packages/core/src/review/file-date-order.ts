/** In which order a file writes its dates in figures. One row rarely says it; the whole file often does. */

import { FIELD_PATHS, fieldOf } from '../capture/field/field-path.js';
import { agreedOrder, orderOfDate, orderOfHint } from '../capture/read/date-order.js';
import type { DateOrder } from '../capture/read/either-date.js';
import type { FieldTexts, FieldValues } from './field-values.js';

const DATES = FIELD_PATHS.filter((path) => fieldOf(path).read === 'ukDate');

/**
 * The order that the dates of a file prove, or its headings: 25/03/2009, or *Born (mm/dd/yyyy)*.
 *
 * @param referrals - all of the file, so that a row of which nothing is certain is read as the others are
 * @returns `both` where one of them proves the one and another the other; undefined where none proves any
 */
export function fileDateOrder(
  referrals: readonly { readonly values: FieldValues; readonly labels?: FieldTexts }[],
): DateOrder | 'both' | undefined {
  return agreedOrder(
    referrals.flatMap(({ values, labels = {} }) =>
      DATES.flatMap((path) => {
        const said = labels[path] ?? [];
        const hints = typeof said === 'string' ? [said] : said;
        return [...(values[path] ?? []).map(orderOfDate), ...hints.map(orderOfHint)];
      }),
    ),
  );
}
