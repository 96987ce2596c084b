/** Bounds the questions about known labels, so that a page of a hundred thousand texts costs no more than others. */
const MOST = 4_000;

export function knownUpTo(knows: (label: string) => boolean): (label: string) => boolean {
  let left = MOST;
  return (label) => {
    left -= 1;
    return left >= 0 && knows(label);
  };
}
