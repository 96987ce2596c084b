/**
 * Marks that change how a line is shown and cannot be seen themselves: line ends and other controls, marks that turn the
 * direction of writing, and those of no width.
 */

/** A joiner between two emoji is part of a sign that can be seen. */
const JOINER =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F})\u{200D}|\u{200D}(?!\p{Extended_Pictographic})/gu;
const HIDDEN =
  /[\u{00AD}\u{061C}\u{180E}\u{200B}\u{200C}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2064}\u{2066}-\u{206F}\u{FEFF}\u{FFF9}-\u{FFFB}\u{E0000}-\u{E007F}]/gu;
const BREAKS = /[\p{Cc}\u{2028}\u{2029}]+/gu;

/** The text as one line: a space where it breaks, and nothing in it that is there without being seen. */
export function plainLine(text: string): string {
  return text.replace(BREAKS, ' ').replace(HIDDEN, '').replace(JOINER, '');
}

/** How many of these marks the texts of a value have, at any depth. */
export function countMarks(value: unknown): number {
  if (typeof value === 'string')
    return [BREAKS, HIDDEN, JOINER].reduce(
      (sum, marks) => sum + [...value.matchAll(marks)].length,
      0,
    );
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, member) => sum + countMarks(member), 0);
}
