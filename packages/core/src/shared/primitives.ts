/** The smallest values that every stage uses: civil dates, instants, our own ids. */
import * as v from 'valibot';
import { plainLine } from './plain-line.js';

/** Civil date in the Gregorian calendar, `YYYY-MM-DD`; no time, no zone. */
export const PlainDate = v.pipe(
  v.string(),
  v.isoDate('Enter a real date, like 2026-11-24'),
  v.check(onCalendar, 'Enter a real date: there is no such day'),
  v.brand('PlainDate'),
);
export type PlainDate = v.InferOutput<typeof PlainDate>;

/** Instant, ISO 8601 in UTC with milliseconds, `2026-11-24T09:30:00.000Z`. */
export const Instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/, 'Not an instant in UTC'),
  v.check((at) => !Number.isNaN(Date.parse(at)) && onCalendar(at.slice(0, 10)), 'No such moment'),
  v.brand('Instant'),
);
export type Instant = v.InferOutput<typeof Instant>;

/** Random identifier (UUID v4) minted by this toolkit, never a force reference. */
export const RecordId = v.pipe(
  v.string(),
  v.uuid('Not an id of this toolkit'),
  v.brand('RecordId'),
);
export type RecordId = v.InferOutput<typeof RecordId>;

/** Keyed name of a blob, 32 bytes in base64url: it says nothing about the content. */
export const BlobName = v.pipe(
  v.string(),
  v.regex(/^[\w-]{43}$/, 'Not a name of something kept'),
  v.brand('BlobName'),
);
export type BlobName = v.InferOutput<typeof BlobName>;

/**
 * One line of text as typed: no line end, no invisible marks, outer white space dropped, never empty, at most 500
 * characters.
 */
export const Line = v.pipe(
  v.string(),
  v.transform(plainLine),
  v.trim(),
  v.minLength(1, 'Enter some text'),
  v.maxLength(500, 'Use 500 characters or fewer'),
);

/** Text of any number of lines, kept verbatim; at most 200,000 characters. */
export const Narrative = v.pipe(
  v.string(),
  v.check((text) => text.trim() !== '', 'Enter some text'),
  v.maxLength(200_000, 'Use 200,000 characters or fewer'),
);

/** Refuses days such as 31 February: `isoDate` checks the shape only. */
function onCalendar(date: string): boolean {
  const day = new Date(`${date}T00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(date);
}
