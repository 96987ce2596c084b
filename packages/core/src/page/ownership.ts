/** Gives each value its owners by one sweep over scopes and values in document order. */
import type { Scope } from './owner.js';

/** Owners looked at for one value, innermost: more say nothing to an officer. */
const DEEPEST = 24;

export interface Owned {
  /** Outermost first. */
  readonly titles: readonly string[];
  readonly scopes: readonly Scope[];
}

/**
 * @param scopes - outer before inner, see `scopesOf`
 * @param targets - orders of values, ascending
 */
export function ownersOf(scopes: readonly Scope[], targets: readonly number[]): Owned[] {
  const open: Scope[] = [];
  let next = 0;
  /** Holds until a scope ends or another begins, so that the values of one section share one answer. */
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
    // A heading cut short by the next one may have ended below others that are still open.
    const inForce = open.slice(-DEEPEST).filter((scope) => scope.to > target);
    const ruling = inForce.filter((scope, place) => !isOverruled(scope, inForce.slice(place + 1)));
    const titles = ruling.map((scope) => scope.title);
    until = Math.min(...inForce.map(({ to }) => to));
    last = { titles: titles.filter((title, place) => title !== titles[place - 1]), scopes: ruling };
    return last;
  });
}

/** A heading further in of the same or a higher rank begins a new part: the outer one no longer rules. */
function isOverruled(scope: Scope, inner: readonly Scope[]): boolean {
  return scope.rank <= 6 && inner.some((other) => other.rank <= scope.rank);
}
