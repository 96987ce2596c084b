/** Words of a draft, enough to recognise it by. */
import { shortened } from '@cyber-prevent/core';

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

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
