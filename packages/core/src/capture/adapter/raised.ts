/**
 * Paths that an adapter raises to sensitive data. On a page they are those that the screens in sight raise; of a capture, of which
 * the page is gone, those that every screen of the adapter raises.
 */
import type { Sensitivity } from '../../shared/sensitivity.js';
import { FIELD_PATHS, type FieldPath } from '../field/field-path.js';
import { sensitivityOf } from '../field/sensitivity-of.js';
import type { Adapter } from './adapter.js';

type Named = Pick<Adapter, 'id' | 'version'>;

/** Bounded as a line of a record is. */
const LONGEST = 500;

/** The adapter as a capture names it. */
export function adapterLine({ id, version }: Named): string {
  return `${id} ${version}`.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '');
}

/** Paths that are sensitive data wherever the adapter reads them. */
export function raisedPaths({ screens }: Pick<Adapter, 'screens'>): readonly FieldPath[] {
  if (screens.length === 0) return [];
  return FIELD_PATHS.filter((path) =>
    screens.every(({ sensitivity }) => isRaised(path, sensitivity?.[path])),
  );
}

/** Answers for a capture, by the adapter that it names; nothing of one that is not among these. */
export function raisedBy(
  adapters: readonly Pick<Adapter, 'id' | 'version' | 'screens'>[],
): (line: string) => readonly FieldPath[] {
  const known = new Map<string, Set<FieldPath>>();
  for (const adapter of adapters) {
    const line = adapterLine(adapter);
    known.set(line, new Set([...(known.get(line) ?? []), ...raisedPaths(adapter)]));
  }
  return (line) => [...(known.get(line) ?? [])];
}

/** The levels that one page raises: by the screens on it, and by the adapter for all of its screens. */
export function raisedOn(
  adapter: Adapter | undefined,
  sensitivity: ReadonlyMap<FieldPath, Sensitivity>,
): ReadonlyMap<FieldPath, Sensitivity> {
  const everywhere = adapter ? raisedPaths(adapter) : [];
  return new Map([...everywhere.map((path) => [path, 'special'] as const), ...sensitivity]);
}

/** Those of them that a draft keeps with its page: paths that are sensitive data there. */
export function raisedHere(sensitivity: ReadonlyMap<FieldPath, Sensitivity>): readonly FieldPath[] {
  return [...sensitivity].flatMap(([path, level]) => (isRaised(path, level) ? [path] : []));
}

/** Raises, and never lowers: a kind that is more than sensitive data by itself, such as a source, stays so. */
function isRaised(path: FieldPath, level: Sensitivity | undefined): boolean {
  return level === 'special' && sensitivityOf(path, new Map([[path, level]])) === 'special';
}
