/** Labels that ask for the area in which somebody lives. A form is filled by them; of a page they name no fact. */
import labels from './area-labels.json' with { type: 'json' };
import type { AreaPath } from './fill-path.js';

const PATHS: ReadonlyMap<string, AreaPath> = new Map(
  Object.entries(labels.labels).flatMap(([path, words]) =>
    words.map((each) => [each, path as AreaPath] as const),
  ),
);

/** @param words - of the label, folded */
export function areaOfLabel(words: string): AreaPath | undefined {
  return PATHS.get(words);
}
