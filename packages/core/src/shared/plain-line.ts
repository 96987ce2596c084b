/**
 * Invisible marks that change how a line is shown: line ends and other controls, marks that turn the direction of
 * writing, and marks of no width.
 */

/** Joiners, except one between two emoji, which is part of a visible sign. */
const JOINER =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F})\u{200D}|\u{200D}(?!\p{Extended_Pictographic})/gu;
const HIDDEN =
  /[\u{00AD}\u{061C}\u{180E}\u{200B}\u{200C}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2064}\u{2066}-\u{206F}\u{FEFF}\u{FFF9}-\u{FFFB}\u{E0000}-\u{E007F}]/gu;
const BREAKS = /[\p{Cc}\u{2028}\u{2029}]+/gu;

/** The text as one line: a space in place of each line break, and no invisible marks. */
export function plainLine(text: string): string {
  return text.replace(BREAKS, ' ').replace(HIDDEN, '').replace(JOINER, '');
}

/**
 * True if the text has none of these marks and no half of a sign.
 *
 * @param hasLines - line ends and tabs are part of it
 */
export function isPlainText(text: string, hasLines = false): boolean {
  const lined = hasLines ? text.replace(/[\n\r\t]/g, ' ') : text;
  return plainLine(lined) === lined && !/\p{Surrogate}/u.test(lined);
}

/** Counts these marks in the texts of a value, at any depth. */
export function countMarks(value: unknown): number {
  if (typeof value === 'string')
    return [BREAKS, HIDDEN, JOINER].reduce(
      (sum, marks) => sum + [...value.matchAll(marks)].length,
      0,
    );
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, member) => sum + countMarks(member), 0);
}
