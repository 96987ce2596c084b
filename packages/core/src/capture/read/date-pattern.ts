/** A way of writing a day in letters, `DD/MM/YYYY`: day, month and year once each, with one mark between. */

/** `d-MMM-yyyy`, `YYYY-MM-DD`, in either case. */
const PATTERN = /\b(d{1,2}|m{1,4}|y{4})([/. -]| ?)(d{1,2}|m{1,4})\2(d{1,2}|y{2,4})\b/gi;

/** Every pattern in a text, in the order of the text. */
export function datePatternsIn(text: string): readonly string[] {
  return [...text.matchAll(PATTERN)].flatMap(([pattern]) => (hasEach(pattern) ? [pattern] : []));
}

/** True if the text is a pattern and nothing else. */
export function isDatePattern(text: string): boolean {
  return datePatternsIn(text)[0] === text;
}

function hasEach(pattern: string): boolean {
  return /d/i.test(pattern) && /m/i.test(pattern) && /y/i.test(pattern);
}
