/**
 * Answers about words of a text that may be special category data, kept apart from the list of words: a panel shows the
 * answers before the list is loaded.
 */
import { type Draft, decidedValue, type WordsAnswer } from '../capture/draft.js';
import { type FieldPath, fieldOf } from '../capture/field/field-path.js';
import { isOfAnother } from '../capture/name/choose-person.js';

/** True if the officer has said that the text of this path says something that is special category data. */
export function saysSpecial(
  { words = [] }: Pick<Draft, 'words'>,
  path: FieldPath | undefined,
): boolean {
  return words.some(({ what, isSpecial }) => isSpecial && what === path);
}

/** The draft with this answer, in place of an earlier one about the same text. */
export function withWordsAnswer(draft: Draft, answer: WordsAnswer): Draft {
  const others = (draft.words ?? []).filter(({ what }) => what !== answer.what);
  return { ...draft, words: [...others, answer] };
}

/** The texts that are taken as somebody wrote them, by path. */
export function takenProse(draft: Pick<Draft, 'rows' | 'people'>): ReadonlyMap<FieldPath, string> {
  const texts = new Map<FieldPath, string>();
  for (const row of draft.rows) {
    const said = row.path && fieldOf(row.path).read === 'prose' ? decidedValue(row) : undefined;
    if (!row.path || said === undefined || isOfAnother(draft, row)) continue;
    texts.set(row.path, [texts.get(row.path), said].filter(Boolean).join('\n\n'));
  }
  return texts;
}
