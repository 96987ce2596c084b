/** A fact that a text mentions: its path, and its exact words in the text. */
import type { FieldPath } from '../field/field-path.js';

export interface TextFact {
  /** Path; undefined if the text does not name the owner. */
  readonly path: FieldPath | undefined;
  /** Exact part of the text. */
  readonly raw: string;
  /** Offset in the text. */
  readonly at: number;
  /** Code of `online-platform`, if the text names one next to the handle. */
  readonly platform?: string;
  /** Key that joins the facts of one related person. */
  readonly person?: string;
  /** Name of the subject that the text gives the fact to, as the text has it. */
  readonly subject?: string;
  /** Set if the writer says it of themselves: *ring me on*. */
  readonly isWriters?: true;
}

/** Facts without overlaps: the first finder that finds a text keeps it, and a fact within another is dropped. */
export function withoutOverlap(facts: readonly TextFact[]): readonly TextFact[] {
  const kept: TextFact[] = [];
  const taken: (readonly [from: number, to: number])[] = [];
  for (const fact of facts) {
    const to = fact.at + fact.raw.length;
    if (taken.some(([start, end]) => fact.at < end && to > start)) continue;
    taken.push([fact.at, to]);
    kept.push(fact);
  }
  return kept.sort((a, b) => a.at - b.at);
}
