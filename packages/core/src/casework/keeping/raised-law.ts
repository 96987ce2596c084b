/**
 * A capture must mark values that its adapter raises to sensitive data, however the save was made. The capture names
 * its adapter, and the store knows what that adapter raises.
 */
import { type FieldPath, fieldOf } from '../../capture/field/field-path.js';
import type { RecordOf } from '../../record/kind.js';
import type { Sources } from '../../record/provenance.js';
import { pathOfSource } from '../../review/path-of-source.js';
import { canonical } from '../../shared/canonical.js';
import { lowerFirst } from '../../shared/first-letter.js';
import type { Issue } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import type { HeldRecords, SavedRecord } from '../../store/log/gate.js';

type Capture = Partial<RecordOf<'sourceCapture'>>;

/**
 * An issue for each sourced value whose adapter raises it but whose capture does not mark it as sensitive. A source
 * that the record already had is not checked: an earlier release may have stored it.
 *
 * @param raisedBy - the paths that the adapter of that line raises wherever it reads; none for an unknown adapter
 */
export function raisedIssues(
  saved: readonly SavedRecord[],
  held: HeldRecords,
  raisedBy: (adapter: string) => readonly string[],
): readonly Issue[] {
  const captureOf = (id: RecordId): Capture | undefined => {
    const here = saved.find((each) => each.id === id);
    return (here ? here.after : held.find(id)?.value) as Capture | undefined;
  };
  const isUnmarked = (capture: RecordId, path: FieldPath): boolean => {
    const { adapter, sensitive = [] } = captureOf(capture) ?? {};
    return adapter !== undefined && raisedBy(adapter).includes(path) && !sensitive.includes(path);
  };
  return saved.flatMap(({ kind, before, after, sources }): readonly Issue[] => {
    if (!after) return [];
    const unmarked = new Set<FieldPath>();
    for (const [place, refs] of Object.entries(sources)) {
      const path = pathOfSource(kind, place, after);
      const found = path ? refs.filter(({ capture }) => isUnmarked(capture, path)) : [];
      if (!path || found.length === 0) continue;
      const known = new Set([...refsOf(before?.sources ?? {}), ...refsAt(partsOf(place), sources)]);
      if (found.some((ref) => !known.has(canonical(ref)))) unmarked.add(path);
    }
    return [...unmarked].map(unmarkedIssue);
  });
}

/** The parts of a value that the page did not give whole: it has their sources and none of its own. */
function partsOf(place: string): readonly string[] {
  if (place === 'name') return ['givenNames', 'familyName'];
  return place.endsWith('.lines') ? [place.replace(/lines$/, 'postcode')] : [];
}

function refsOf(sources: Sources): readonly string[] {
  return Object.values(sources).flatMap((refs) => refs.map(canonical));
}

function refsAt(places: readonly string[], sources: Sources): readonly string[] {
  return places.flatMap((place) => (sources[place] ?? []).map(canonical));
}

function unmarkedIssue(path: FieldPath): Issue {
  const label = lowerFirst(fieldOf(path).label);
  return {
    code: 'sensitive-unmarked',
    severity: 'error',
    message: `Leave out ${label}, or read the page again and take it under a condition: the adapter that read it says that it is sensitive data`,
  };
}
