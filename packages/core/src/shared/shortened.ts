/** The beginning of a text. */

/** Letters of a row that has nothing else to be known by. */
const MOST_OF_ROW = 80;

/**
 * Cuts a text at the end of a word, with a mark that there is more; a word longer than half of it is cut.
 *
 * @param most - letters that are left of it at most, without the mark
 */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()} …`;
}

/** The first words of a narrative in one line, 80 letters at most. */
export function firstWords(narrative: string): string {
  return shortened(narrative.replace(/\s+/gu, ' ').trim(), MOST_OF_ROW);
}
