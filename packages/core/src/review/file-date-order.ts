/** The order of numeric dates in each column of a file. One row rarely shows it; the whole column often does. */

import { FIELD_PATHS, type FieldPath, fieldOf } from '../capture/field/field-path.js';
import { agreedOrder, orderOfDate, orderOfHint } from '../capture/read/date-order.js';
import type { DateOrder } from '../capture/read/either-date.js';
import type { FieldTexts, FieldValues } from './field-values.js';

/** Fields that hold a date. */
export const DATE_PATHS = FIELD_PATHS.filter((path) => fieldOf(path).read === 'ukDate');

/** The order of each field with dates; `both` if its dates prove one here and the other there. */
export type FileDateOrders = Readonly<Partial<Record<FieldPath, DateOrder | 'both'>>>;

/**
 * The order that the dates of each field prove, or its headings: 25/03/2009, or *Born (mm/dd/yyyy)*. One field proves
 * nothing about another: a day of referral may come from a program, and a date of birth from a person.
 *
 * @param referrals - all of the file, so that an ambiguous row is read as the others are
 * @returns without the fields of which nothing proves an order
 */
export function fileDateOrders(
  referrals: readonly { readonly values: FieldValues; readonly labels?: FieldTexts }[],
): FileDateOrders {
  const orders: Partial<Record<FieldPath, DateOrder | 'both'>> = {};
  for (const path of DATE_PATHS) {
    const order = agreedOrder(
      referrals.flatMap(({ values, labels }) => {
        const said = labels?.[path] ?? [];
        const hints = typeof said === 'string' ? [said] : said;
        return [...(values[path] ?? []).map(orderOfDate), ...hints.map(orderOfHint)];
      }),
    );
    if (order) orders[path] = order;
  }
  return orders;
}
