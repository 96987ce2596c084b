/** A fact that a text mentions: what it would be, and the words as they stand in the text. */
import type { FieldPath } from '../field/field-path.js';

export interface TextFact {
  /** Undefined when the text does not say whose it is. */
  readonly path: FieldPath | undefined;
  /** Cut out of the text as it stands. */
  readonly raw: string;
  /** Offset in the text. */
  readonly at: number;
  /** Code of `online-platform`, where the text names one beside the handle. */
  readonly platform?: string;
  /** What ties facts of one person together, for related persons. */
  readonly person?: string;
}

/** Facts found once, by the finder that knows most of them: what stands within another fact is not a second one. */
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
