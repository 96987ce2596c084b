/** The number of letters by which two words differ. */

/**
 * Counts letters inserted, removed, changed, or swapped with their neighbour (optimal string alignment), up to `most`.
 *
 * @returns the count, or `most + 1` when it is more
 */
export function editDistance(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let count = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && areSwapped(a, b, i, j))
        count = Math.min(count, (before[j - 2] ?? 0) + 1);
      row.push(count);
      if (count < least) least = count;
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return Math.min(last[b.length] ?? most + 1, most + 1);
}

function areSwapped(a: string, b: string, i: number, j: number): boolean {
  return a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
}

/** True if the words differ only by two swapped neighbours. */
export function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  return areSwapped(a, b, at + 2, at + 2) && a.slice(at + 2) === b.slice(at + 2);
}

/**
 * Every text with one letter left out. Two texts that differ by one letter or one swap share one, or one text is in the
 * other’s list.
 */
export function withoutOneLetter(text: string): readonly string[] {
  const found = new Set<string>();
  for (let at = 0; at < text.length; at += 1) found.add(text.slice(0, at) + text.slice(at + 1));
  return [...found];
}
