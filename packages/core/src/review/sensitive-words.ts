/**
 * Words inside a taken text that may be about health, belief or another special category. They are asked about, since a
 * word says nothing by itself: “depression” may be a player's name, and a diagnosis may be told without any such word.
 */
import * as v from 'valibot';
import type { Draft, WordsAnswer } from '../capture/draft.js';
import { type FieldPath, fieldOf } from '../capture/field/field-path.js';
import { CODE_LIST_STATUSES } from '../codes/code-list.js';
import { lowerFirst } from '../shared/first-letter.js';
import type { Issue } from '../shared/issue.js';
import { PlainDate } from '../shared/primitives.js';
import shipped from './sensitive-word.json' with { type: 'json' };
import { takenProse } from './words-answer.js';

export const SensitiveWords = v.strictObject({
  id: v.literal('sensitive-word'),
  title: v.string(),
  status: v.picklist(CODE_LIST_STATUSES),
  source: v.string(),
  /** The day on which somebody last checked the list against its source. */
  checkedOn: PlainDate,
  kinds: v.array(
    v.strictObject({
      kind: v.pipe(v.string(), v.regex(/^[a-z]+(-[a-z]+)*$/)),
      /** The kind in a sentence: “health”. */
      label: v.pipe(v.string(), v.minLength(1)),
      /** Small letters; a phrase is several words with one space between them. */
      words: v.pipe(v.array(v.pipe(v.string(), v.minLength(2))), v.minLength(1)),
    }),
  ),
});
export type SensitiveWords = v.InferOutput<typeof SensitiveWords>;

/** The shipped list. A force may give its own in its place: `words` of a review's context. */
export const SENSITIVE_WORDS: SensitiveWords = v.parse(SensitiveWords, shipped);

/** A kind of special category data, and the words of a text that may be about it. */
export interface WordsOfKind {
  readonly kind: string;
  readonly label: string;
  readonly words: readonly string[];
}

/** The words of a text, each once and in the order of the list, by kind. Only whole words count. */
export function sensitiveWordsIn(
  text: string,
  { kinds }: Pick<SensitiveWords, 'kinds'> = SENSITIVE_WORDS,
): readonly WordsOfKind[] {
  const said = ` ${wordsOf(text)} `;
  return kinds
    .map(({ kind, label, words }) => ({
      kind,
      label,
      words: words.filter((word) => said.includes(` ${wordsOf(word)} `)),
    }))
    .filter(({ words }) => words.length > 0);
}

/** The text in small letters, without a possessive “’s”, with one space between words. */
function wordsOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘]s(?![\p{L}\p{N}])/gu, ' ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** A text that is taken, with the words to ask about. */
export interface WordsAsked {
  readonly what: FieldPath;
  readonly kinds: readonly WordsOfKind[];
  /** The answer so far, unless the text has words that it did not name. */
  readonly answer?: WordsAnswer;
}

/** Each taken text that has such words. */
export function wordsAsked(
  draft: Pick<Draft, 'rows' | 'people' | 'words'>,
  list: Pick<SensitiveWords, 'kinds'> = SENSITIVE_WORDS,
): readonly WordsAsked[] {
  return [...takenProse(draft)].flatMap(([what, text]): readonly WordsAsked[] => {
    const kinds = sensitiveWordsIn(text, list);
    if (kinds.length === 0) return [];
    const answer = draft.words?.find((each) => each.what === what);
    const named = new Set(answer?.words);
    const isCovered =
      answer?.isSpecial === true || kinds.every(({ words }) => words.every((w) => named.has(w)));
    return [{ what, kinds, ...(answer && isCovered ? { answer } : {}) }];
  });
}

/** The place of an issue about the words of a text. */
export function atWords({ what }: Pick<WordsAsked, 'what'>): string {
  return `words ${what}`;
}

/** An issue for each text whose words nobody has answered for. */
export function wordsIssues(
  draft: Pick<Draft, 'rows' | 'people' | 'words'>,
  list?: Pick<SensitiveWords, 'kinds'>,
): readonly Issue[] {
  return wordsAsked(draft, list)
    .filter(({ answer }) => answer === undefined)
    .map((asked) => ({
      code: 'sensitive-words',
      severity: 'error',
      message: `Say whether the ${lowerFirst(fieldOf(asked.what).label)} says something about a person’s ${kindsIn(asked.kinds)}, or leave it`,
      at: atWords(asked),
    }));
}

/** The kinds in a sentence: “health or political opinion”. */
export function kindsIn(kinds: readonly WordsOfKind[]): string {
  const labels = kinds.map(({ label }) => label);
  const last = labels.at(-1) ?? '';
  return labels.length < 2 ? last : `${labels.slice(0, -1).join(', ')} or ${last}`;
}
