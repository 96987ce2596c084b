/**
 * Paths that an adapter raises to sensitive data. For a page, those that the visible screens raise; for a capture,
 * whose page is gone, those that every screen of the adapter raises.
 */
import type { Sensitivity } from '../../shared/sensitivity.js';
import { FIELD_PATHS, type FieldPath } from '../field/field-path.js';
import { sensitivityOf } from '../field/sensitivity-of.js';
import type { Adapter } from './adapter.js';

type Named = Pick<Adapter, 'id' | 'version'>;

/** Longest line, the limit of a line in a record. */
const LONGEST = 500;

/** The adapter as a capture names it. */
export function adapterLine({ id, version }: Named): string {
  return `${id} ${version}`.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '');
}

/** Paths that are sensitive data on every screen of the adapter. */
export function raisedPaths({ screens }: Pick<Adapter, 'screens'>): readonly FieldPath[] {
  if (screens.length === 0) return [];
  return FIELD_PATHS.filter((path) =>
    screens.every(({ sensitivity }) => isRaised(path, sensitivity?.[path])),
  );
}

/** Finds the raised paths of a capture by the adapter that it names; none if that is not among these. */
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

/** The levels that one page raises: by its own screens, and by the adapter for all of its screens. */
export function raisedOn(
  adapter: Adapter | undefined,
  sensitivity: ReadonlyMap<FieldPath, Sensitivity>,
): ReadonlyMap<FieldPath, Sensitivity> {
  const everywhere = adapter ? raisedPaths(adapter) : [];
  return new Map([...everywhere.map((path) => [path, 'special'] as const), ...sensitivity]);
}

/** Raised paths that a draft keeps with its page: those that are sensitive data there. */
export function raisedHere(sensitivity: ReadonlyMap<FieldPath, Sensitivity>): readonly FieldPath[] {
  return [...sensitivity].flatMap(([path, level]) => (isRaised(path, level) ? [path] : []));
}

/**
 * True if the path is raised. It is never lowered: a field that is by itself above sensitive data, such as a source,
 * stays so.
 */
function isRaised(path: FieldPath, level: Sensitivity | undefined): boolean {
  return level === 'special' && sensitivityOf(path, new Map([[path, level]])) === 'special';
}
