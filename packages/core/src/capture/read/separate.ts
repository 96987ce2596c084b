/** Cuts a text at its separators; every piece is an exact part of the text. */
import type { FieldPath } from '../field/field-path.js';

export interface ValuePart {
  /** Path of the part; undefined if its meaning is unclear: it is still offered. */
  readonly path: FieldPath | undefined;
  /** Exact part of the original text. */
  readonly raw: string;
  /** The word that makes it another person's: "mum". */
  readonly person?: string;
}

const BRACKETED = /\([^()]*\)/g;

/** Pieces between separators, trimmed, none empty. Separators within brackets do not cut. */
export function separate(text: string, separator: RegExp): readonly string[] {
  const guarded = text.replace(BRACKETED, (bracket) => '\u0000'.repeat(bracket.length));
  const pieces: string[] = [];
  let from = 0;
  for (const found of guarded.matchAll(separator)) {
    pieces.push(text.slice(from, found.index));
    from = found.index + found[0].length;
  }
  pieces.push(text.slice(from));
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}
