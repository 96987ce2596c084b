/**
 * Values in the order of the target form, cut into parts that fit: copied one after another if nothing can be typed.
 */

export interface PasteField {
  readonly id: string;
  /** The form's label, or ours. */
  readonly label: string;
  readonly text: string;
  /** Most UTF-16 code units that its box takes. */
  readonly limit?: number;
}

export interface PastePart {
  readonly id: string;
  readonly label: string;
  /** Number of the part within its value, from 1. */
  readonly part: number;
  readonly of: number;
  readonly text: string;
}

/** The parts in the order given. The parts of one value, joined in order, are that value. */
export function pastePack(fields: readonly PasteField[]): readonly PastePart[] {
  return fields
    .filter(({ text }) => text !== '')
    .flatMap(({ id, label, text, limit }) => {
      const pieces = cutText(text, limit);
      return pieces.map((piece, place) => ({
        id: `${id}/${place + 1}`,
        label,
        part: place + 1,
        of: pieces.length,
        text: piece,
      }));
    });
}

/**
 * Cuts a text into parts of at most `limit` code units, each ending after white space if any is within reach. A word
 * longer than a part is cut between characters. Joined together, the parts are the text.
 *
 * @throws {RangeError} when the limit is not a whole number above 0
 */
export function cutText(text: string, limit = Number.POSITIVE_INFINITY): readonly string[] {
  if (limit !== Number.POSITIVE_INFINITY && (!Number.isInteger(limit) || limit < 1))
    throw new RangeError(`${limit} is not a limit`);
  const parts: string[] = [];
  let from = 0;
  while (text.length - from > limit) {
    const to = cutAt(text, from, limit);
    parts.push(text.slice(from, to));
    from = to;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

function cutAt(text: string, from: number, limit: number): number {
  for (let to = from + limit; to > from; to -= 1) {
    if (/\s/.test(text.charAt(to - 1))) return to;
  }
  return afterCharacters(text, from, limit);
}

/** End of as many whole characters as fit. A first character longer than the limit is cut in pieces. */
function afterCharacters(text: string, from: number, limit: number): number {
  let to = from;
  // A character of several code points, such as a flag, is at most a few dozen units long.
  const near = text.slice(from, from + limit + 64);
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(near)) {
    if (to + segment.length - from > limit) break;
    to += segment.length;
  }
  return to === from ? from + limit : to;
}
