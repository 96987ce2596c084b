/** Different values of one row of a file for a single fact, such as two dates of birth: a person says which is right. */
import { isSingle, SEVERAL } from '../capture/draft/collapse-rows.js';
import type { FileDoubt } from '../capture/draft/file-doubt.js';
import { type FieldPath, fieldOf } from '../capture/field/field-path.js';
import { saysNotKnown } from '../capture/read/not-known.js';
import type { FieldTexts, FieldValues } from './field-values.js';
import { readOfFile } from './file-date.js';
import type { FileDateOrders } from './file-date-order.js';

/**
 * A doubt about each of several values that differ once they are read. One day written in two ways is one value; a date
 * that can be two days is like no other.
 *
 * @param dates - order of numeric dates in each column of the file
 */
export function severalValues(
  { values, labels }: { readonly values: FieldValues; readonly labels?: FieldTexts },
  dates: FileDateOrders,
  capturedAt: string,
): readonly FileDoubt[] {
  return (Object.entries(values) as [FieldPath, readonly string[]][]).flatMap(([path, texts]) => {
    if (texts.length < 2 || !isSingle({ path }) || MOVED.has(path)) return [];
    const read = texts.flatMap((raw, index) => {
      if (raw.trim() === '' || saysNotKnown(raw, path)) return [];
      const said = labels?.[path];
      const label = (typeof said === 'string' ? said : said?.[index]) ?? fieldOf(path).label;
      const { value, either } = readOfFile(path, raw, dates, { label, capturedAt });
      const key = either ? JSON.stringify(either) : value.trim().toLowerCase().replace(/\s+/g, ' ');
      return [{ index, key }];
    });
    if (new Set(read.map(({ key }) => key)).size < 2) return [];
    return read.map(({ index }) => ({ path, index, issue: SEVERAL }));
  });
}

/** Facts of which a record keeps several, since people move. */
const MOVED: ReadonlySet<FieldPath> = new Set([
  'subject.address',
  'subject.postcode',
  'subject.school',
]);
