/**
 * Likeness of a label with a mistake in it to labels that are known. Words are put right one by one; the weights then
 * say if the label as it is looks like what came of that, more than like anything else.
 */
import { labelWords, shownText } from './fold-label.js';
import { withoutMarks } from './label-marks.js';
import { LONGEST_LABEL } from './label-phrases.js';
import { scoresOf } from './label-score.js';
import { meantWords } from './label-spelling.js';
import weights from './label-weights.json' with { type: 'json' };
import { remembered } from './remembered.js';

/** Points by which what came of it may be behind what the weights find likeliest: they only refuse. */
const MOST_BEHIND = 40;
/** Longest label, in letters, that may have a mistake in it rather than be a sentence. */
const LONGEST = 80;

export interface Likeness {
  /** Folded phrases that the label may have been meant as; none if it has no mistake, or one that cannot be mended. */
  readonly phrases: readonly string[];
  /** True if the label looks more like this path than like any other, or like nothing. */
  isLike(path: string): boolean;
}

export const likenessOf = remembered((label): Likeness => {
  const unmarked = label.length > LONGEST_LABEL ? '' : withoutMarks(shownText(label));
  const whole = labelWords(unmarked);
  // A mistake within brackets may be in the word for the person: *Tel (parrent)*.
  const ofWhole = phrasesLike(whole);
  const words =
    ofWhole.length > 0 ? whole : labelWords(unmarked.replace(/[([][^()[\]]*[)\]]/g, ' '));
  const phrases = ofWhole.length > 0 || words === whole ? ofWhole : phrasesLike(words);
  return { phrases, isLike: remembered((path) => leadOf(words, path) > -MOST_BEHIND) };
});

function phrasesLike(words: string): readonly string[] {
  return words === '' || words.length > LONGEST ? [] : meantWords(words);
}

/** Points by which a class leads the next, for folded words. */
export function leadOf(words: string, path: string): number {
  const scores = scoresOf(words, weights);
  const own = scores.get(path);
  if (own === undefined) return Number.NEGATIVE_INFINITY;
  let next = Number.NEGATIVE_INFINITY;
  for (const [name, score] of scores) if (name !== path && score > next) next = score;
  return own - next;
}
