/** A value of a file as its draft reads it, and the dates of a row before a draft of it is opened. */

import { type DatedReading, readDated } from '../capture/draft/draft-row.js';
import { futureIssues } from '../capture/draft/future-date.js';
import { type FieldPath, fieldOf } from '../capture/field/field-path.js';
import { orderOfDate } from '../capture/read/date-order.js';
import type { EitherDate } from '../capture/read/either-date.js';
import type { Issue, PlainDate } from '../shared/index.js';
import type { FieldTexts, FieldValues } from './field-values.js';
import { DATE_PATHS, type FileDateOrders, fileDateOrders } from './file-date-order.js';

/** One value of a file, read. */
interface FileReading extends DatedReading {
  /** True for a day that is still to come, or of a column that proves both orders: it starts as left. */
  readonly isDoubted: boolean;
}

/** @param dates - order of numeric dates in each column of the file */
export function readOfFile(
  path: FieldPath,
  raw: string,
  dates: FileDateOrders,
  { label, capturedAt }: { readonly label: string; readonly capturedAt: string },
): FileReading {
  const column = dates[path];
  const order = column === 'both' ? undefined : column;
  const read = readDated(path, raw, order, { label, capturedAt });
  // A date that can be two days is compared once it is known which.
  const future = read.either ? [] : futureIssues(path, read.value, capturedAt);
  const mixed = column === 'both' && orderOfDate(raw) !== undefined ? [MIXED_ORDER] : [];
  const doubts = [...mixed, ...future];
  return { ...read, issues: [...read.issues, ...doubts], isDoubted: doubts.length > 0 };
}

const MIXED_ORDER: Issue = {
  code: 'date-mixed-order',
  message:
    'Some dates in this column have the day first and others the month first. Check this date before you take it.',
  severity: 'warning',
};

/** A date of a row of a file, as its draft will read it. */
export interface FileDate {
  readonly path: FieldPath;
  /** Index of the value among those of its path. */
  readonly index: number;
  /** The text in the file. */
  readonly written: string;
  /** Absent if it is not read as one day. */
  readonly day?: PlainDate;
  /** Set if it can be two days and nothing in the file says which. */
  readonly either?: EitherDate;
  readonly issues: readonly Issue[];
}

/**
 * The dates of one row.
 *
 * @param dates - order of numeric dates in each column, see `fileDateOrders`; absent: judged by this row alone
 * @param readAt - when it is read: a later day is still to come
 */
export function fileDates(
  { values, labels }: { readonly values: FieldValues; readonly labels?: FieldTexts },
  dates: FileDateOrders | undefined,
  readAt: string,
): readonly FileDate[] {
  const order = dates ?? fileDateOrders([{ values, ...(labels ? { labels } : {}) }]);
  return DATE_PATHS.flatMap((path) =>
    (values[path] ?? []).flatMap((written, index): readonly FileDate[] => {
      if (written.trim() === '') return [];
      const context = { label: fieldOf(path).label, capturedAt: readAt };
      const { value, issues, either, unread } = readOfFile(path, written, order, context);
      return [
        {
          path,
          index,
          written,
          ...(either || unread ? {} : { day: value as PlainDate }),
          ...(either ? { either } : {}),
          issues,
        },
      ];
    }),
  );
}
