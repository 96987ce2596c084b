/** Words of a draft, enough to recognise it by. */

/** Letters of an excerpt, at most. */
const MOST = 140;

/** The longest text of several words in what was typed, shortened; undefined if there is none. */
export function excerptOf(typed: unknown): string | undefined {
  const [longest] = textsIn(typed)
    .map((text) => text.replace(/\s+/gu, ' ').trim())
    .filter((text) => text.includes(' '))
    .toSorted((one, other) => other.length - one.length);
  return longest === undefined ? undefined : shortened(longest, MOST);
}

/** The text up to the end of a word, with a mark that there is more; a word longer than half of it is cut. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()} …`;
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
