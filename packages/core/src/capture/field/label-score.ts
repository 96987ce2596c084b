/**
 * Scores of a label for each path, from the words and the pieces of words in it. The weights are whole numbers, made by
 * `scripts/label-weights.mjs` from the dictionary with mistakes put in, and from labels of other trades.
 */

/** Number of slots that pieces fall into. */
export const SLOTS = 768;
/** Letter of a weight of nothing, N; each letter before or after it in the alphabet is one less or more. */
export const NOTHING = 78;

export interface LabelWeights {
  /** Weights of each class, by slot; the class `none` is for labels that mean nothing here. */
  readonly classes: Readonly<Record<string, string>>;
}

/** Slots of the words and of the runs of three and four letters in folded words. */
export function slotsOf(words: string): ReadonlySet<number> {
  const slots = new Set<number>();
  const padded = ` ${words} `;
  for (let at = 0; at + 3 <= padded.length; at += 1) {
    slots.add(slotOf(padded, at, at + 3));
    if (at + 4 <= padded.length) slots.add(slotOf(padded, at, at + 4));
  }
  for (let at = 1; at < padded.length; ) {
    const end = padded.indexOf(' ', at);
    slots.add(slotOf(padded, at - 1, end + 1));
    at = end + 1;
  }
  return slots;
}

/** FNV-1a of a run of letters, folded into the slots. */
function slotOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return ((hash ^ (hash >>> 15)) >>> 0) % SLOTS;
}

/** Score of each class for folded words. */
export function scoresOf(words: string, { classes }: LabelWeights): ReadonlyMap<string, number> {
  const slots = slotsOf(words);
  return new Map(
    Object.entries(classes).map(([name, signs]) => {
      let score = 0;
      for (const slot of slots) score += signs.charCodeAt(slot) - NOTHING;
      return [name, score];
    }),
  );
}
