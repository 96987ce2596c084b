/**
 * Words as somebody wrote them, which go to an audience only once an officer has read and confirmed them for the
 * document. A confirmation is of these words: words that have changed since, or other words of the field, stay out.
 */
import type { RecordId } from '../shared/primitives.js';

/** Words that stay out of a document for an audience until they are confirmed. */
export interface WordsToConfirm {
  /** Path of the value in the case file. */
  readonly path: string;
  /** Name of the value. */
  readonly label: string;
  /** Absent if the value in the case file has no record. */
  readonly record?: RecordId;
  /** Path of the value inside its record. */
  readonly field: string;
  /** The words as the document would print them. */
  readonly words: string;
}

/** An officer's word that these words may go, in the form that `wordsToConfirm` gives them. */
export type ConfirmedWords = Pick<WordsToConfirm, 'path' | 'record' | 'words'>;

export type AskedWords = Omit<WordsToConfirm, 'label'>;

/** Words that a document asked about while it was filled, each once. */
export interface Asking {
  /** True if an officer has confirmed these words. */
  readonly isConfirmed: (asked: AskedWords) => boolean;
  readonly all: () => readonly AskedWords[];
}

export function askingWith(confirmed: readonly ConfirmedWords[]): Asking {
  const letGo = new Set(confirmed.map(keyOf));
  const asked = new Map<string, AskedWords>();
  return {
    isConfirmed(words) {
      const key = keyOf(words);
      asked.set(key, words);
      return letGo.has(key);
    },
    all: () => [...asked.values()],
  };
}

function keyOf({ path, record, words }: ConfirmedWords): string {
  return JSON.stringify([path, record ?? '', words]);
}
