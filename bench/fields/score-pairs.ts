/** Compares labels with their values, as read, with those on a page. */
import type { DumpedPair } from './dump.ts';
import { folded, foldedLabel } from './meaning.ts';
import type { PageTruth } from './saved-pages.ts';

/** Counts that can be summed over pages; rates are computed last. */
export interface PairCounts {
  /** Number on the page: each value of a list is a pair. */
  readonly wanted: number;
  readonly found: number;
  /** Number read from a page that has pairs, without repetitions of a right one. */
  readonly read: number;
  readonly right: number;
  /** Number read and on screen, from any page. */
  readonly visible: number;
  /**
   * Those among them that give another value under a label of the record, or a value that must not be taken for the
   * subject's.
   */
  readonly conflicts: number;
}

export interface PairScore extends PairCounts {
  /** `label: value` of each missed pair, and of each conflict. */
  readonly missed: readonly string[];
  readonly clashing: readonly string[];
}

interface Wanted {
  readonly label: string;
  readonly values: readonly string[];
  readonly left: string[];
}

interface Read {
  readonly label: string;
  readonly value: string;
  readonly visible: boolean;
  isRight: boolean;
}

export function scorePairs(
  truth: PageTruth,
  pairs: readonly Pick<DumpedPair, 'label' | 'value' | 'visible'>[],
): PairScore {
  const wanted = Object.entries(truth.labels ?? {}).map(([label, value]): Wanted => {
    const values = listOf(value).map(folded);
    return { label: foldedLabel(label), values, left: [...values] };
  });
  const reads = pairs
    .map(
      ({ label, value, visible }): Read => ({
        label: foldedLabel(label),
        value: folded(value),
        visible,
        isRight: false,
      }),
    )
    .filter(({ value }) => value !== '')
    .sort((a, b) => Number(b.visible) - Number(a.visible));
  for (const read of reads) read.isRight = wanted.some((each) => takes(each, read));
  const right = new Set(reads.filter(({ isRight }) => isRight).map(pairKey));
  const counted = reads.filter((read) => read.isRight || !right.has(pairKey(read)));
  const visible = counted.filter((read) => read.visible);
  const distractors = new Set((truth.distractors ?? []).map(({ value }) => folded(value)));
  const conflicts = visible.filter(
    (read) => !read.isRight && (distractors.has(read.value) || isMisread(wanted, read)),
  );
  const count = wanted.reduce((sum, { values }) => sum + values.length, 0);
  const missed = wanted.flatMap(({ label, left }) => left.map((value) => `${label}: ${value}`));
  return {
    wanted: count,
    found: count - missed.length,
    read: count === 0 ? 0 : counted.length,
    right: count === 0 ? 0 : right.size === 0 ? 0 : counted.filter(({ isRight }) => isRight).length,
    visible: visible.length,
    conflicts: conflicts.length,
    missed,
    clashing: conflicts.map(({ label, value }) => `${label}: ${value}`),
  };
}

/** Each value is found once; a list is also found by one value that contains all of it in order. */
function takes({ label, values, left }: Wanted, read: Read): boolean {
  if (label !== read.label) return false;
  const at = left.indexOf(read.value);
  if (at >= 0) {
    left.splice(at, 1);
    return true;
  }
  if (left.length < values.length || !isWhole(values, read.value)) return false;
  left.length = 0;
  return true;
}

function isMisread(wanted: readonly Wanted[], { label, value }: Read): boolean {
  const own = wanted.filter((each) => each.label === label);
  return (
    own.length > 0 && !own.some(({ values }) => values.includes(value) || isWhole(values, value))
  );
}

function isWhole(values: readonly string[], value: string): boolean {
  return values.length > 1 && values.join(' ') === value.replaceAll(', ', ' ');
}

function pairKey({ label, value }: Read): string {
  return `${label}\n${value}`;
}

export function listOf(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}
