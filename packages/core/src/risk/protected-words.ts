/**
 * Age, sex, ethnicity, religion, disability and neurodiversity are never inputs to a level. A list of words cannot
 * prove that an item does not stand in for one of them. It catches the plain cases, and a person must check the rest.
 */
import type { Item } from './instrument.js';

const WORDS = new Set(
  `age aged ages year-old years-old old young younger older birth birthday born under-18 juvenile
  sex sexes male female gender boy boys girl girls man men woman women trans transgender sexual sexuality
  gay lesbian bisexual orientation pregnant pregnancy
  ethnic ethnicity race racial nationality nationalities immigrant immigration migrant asylum refugee colour skin
  religion religious faith belief beliefs muslim christian jewish hindu sikh church mosque
  disability disabled disabilities impairment health illness
  neurodiversity neurodiverse neurodivergent autism autistic asperger aspergers adhd dyslexia dyslexic dyspraxia
  sen ehcp tourette tourettes`.split(/\s+/),
);

/** The words in the item's texts and answers that name a protected characteristic. */
export function protectedWords(item: Item): readonly string[] {
  const { id, prompt, hint = '', plain = '', points = {}, answers = {} } = item;
  return protectedIn([
    id,
    prompt,
    hint,
    plain,
    ...Object.keys(points),
    ...Object.keys(answers),
    ...Object.values(answers),
  ]);
}

/** The protected words in any texts. */
export function protectedIn(texts: readonly string[]): readonly string[] {
  const words = texts
    .join(' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u);
  return [...new Set(words.flatMap(partsOf))].filter((word) => WORDS.has(word));
}

/** A compound is checked whole and in its parts: `is-under-18` as `under-18` too. */
function partsOf(word: string): readonly string[] {
  const parts = word.split('-');
  return parts.flatMap((_, from) =>
    parts.slice(from).map((_each, more) => parts.slice(from, from + more + 1).join('-')),
  );
}
