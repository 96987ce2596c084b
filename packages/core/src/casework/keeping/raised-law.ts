/**
 * What an adapter raises to sensitive data is marked so by the capture that it was read in, whoever makes the save: a capture
 * names its adapter, and what that adapter raises is known where the records are kept.
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
 * An issue for each value that says where it came from, and whose capture does not say that it was taken as sensitive data. A
 * source that the record had before is not asked about: an earlier release may have kept it.
 *
 * @param raisedBy - what the adapter of that line raises wherever it reads; nothing of one that is not known
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

/** What a value is put together from where the page did not give it whole: it has their sources, and is none of its own. */
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
