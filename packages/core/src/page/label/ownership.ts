/** Gives each value its owners in one sweep over scopes and values in document order. */
import type { Scope } from './owner.js';

/** Most owners of one value, from the innermost: more would not help an officer. */
const DEEPEST = 24;

export interface Owned {
  /** Titles, outermost first. */
  readonly titles: readonly string[];
  readonly scopes: readonly Scope[];
}

/**
 * @param scopes - outer before inner, see `scopesOf`
 * @param targets - document positions of values, ascending
 */
export function ownersOf(scopes: readonly Scope[], targets: readonly number[]): Owned[] {
  const open: Scope[] = [];
  let next = 0;
  /** The last answer holds until a scope ends or another begins, so that the values of one section share one answer. */
  let last: Owned | undefined;
  let until = Number.NEGATIVE_INFINITY;
  return targets.map((target) => {
    const before = next;
    for (let scope = scopes[next]; scope && scope.from <= target; scope = scopes[next]) {
      open.push(scope);
      next += 1;
    }
    if (last && next === before && target < until) return last;
    while (open.length > 0 && (open.at(-1)?.to ?? 0) <= target) open.pop();
    const ruling: Scope[] = [];
    const titles: string[] = [];
    until = Number.POSITIVE_INFINITY;
    for (let place = Math.max(0, open.length - DEEPEST); place < open.length; place += 1) {
      const scope = open[place];
      // A heading cut short by the next one may have ended below others that are still open.
      if (!scope || scope.to <= target) continue;
      until = Math.min(until, scope.to);
      if (isOverruled(open, place, target)) continue;
      ruling.push(scope);
      if (titles.at(-1) !== scope.title) titles.push(scope.title);
    }
    last = { titles, scopes: ruling };
    return last;
  });
}

/**
 * True if a heading further in has the same or a higher rank: it begins a new part, and the outer one no longer rules.
 */
function isOverruled(open: readonly Scope[], outer: number, target: number): boolean {
  const rank = open[outer]?.rank ?? 0;
  if (rank > 6) return false;
  for (let place = outer + 1; place < open.length; place += 1) {
    const inner = open[place];
    if (inner && inner.to > target && inner.rank <= rank) return true;
  }
  return false;
}
