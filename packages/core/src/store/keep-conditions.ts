/**
 * Keeps the conditions of a value that is written again: an edit of its words, or the same value from somebody else, does
 * not take it away from the capture it was given with.
 */
import { isConditioned } from '../record/handling.js';
import type { RecordKind, RecordOf } from '../record/kind.js';
import type { SourceRef, Sources } from '../record/provenance.js';
import { canonical } from '../shared/canonical.js';
import type { RecordId } from '../shared/primitives.js';
import type { WorkingSet } from './fold.js';
import { latest } from './log/branch.js';
import { fieldOfPath, UNDO } from './log/compose.js';
import type { Change } from './log/revision.js';

/**
 * The change with the sources that a field must keep: those of captures with conditions, if the field is set without a
 * source of its own, or to what it was. A new value with a source of its own is another fact, and has none of them.
 *
 * @param reason - of the commit: an undo puts back what was there, with its sources
 */
export function withConditionsKept(change: Change, held: WorkingSet, reason: string): Change {
  const base = latest(held.find(change.record)?.branches ?? []);
  if (!base || reason === UNDO || change.withdraw) return change;
  const given = change.sources ?? {};
  const kept: Record<string, readonly SourceRef[]> = {};
  for (const [path, refs] of Object.entries(base.sources)) {
    const field = fieldOfPath(path);
    const next: unknown = Reflect.get(change.set, field);
    if (next === undefined || next === null) continue;
    const own = Object.entries(given).filter(([each]) => fieldOfPath(each) === field);
    const isSame = canonical(next) === canonical(base.value[field] ?? null);
    if (own.length > 0 && !isSame) continue;
    const there = new Set(own.flatMap(([, each]) => each.map(({ capture }) => capture)));
    const missing = refs.filter(
      ({ capture }) => !there.has(capture) && isOnConditions(capture, held),
    );
    if (missing.length === 0) continue;
    const at = isSame ? path : field;
    kept[at] = [...(kept[at] ?? []), ...missing.map((ref) => asEdited(ref, isSame))];
  }
  if (Object.keys(kept).length === 0) return change;
  return { ...change, sources: merged(given, kept) };
}

function asEdited(ref: SourceRef, isSame: boolean): SourceRef {
  return isSame ? ref : { ...ref, decision: 'take-corrected' };
}

function merged(given: Sources, kept: Sources): Sources {
  const all: Record<string, readonly SourceRef[]> = { ...given };
  for (const [path, refs] of Object.entries(kept)) all[path] = [...(all[path] ?? []), ...refs];
  return all;
}

function isOnConditions(capture: RecordId, held: WorkingSet): boolean {
  const entry = held.find(capture);
  const kind: RecordKind = 'sourceCapture';
  return entry?.kind === kind && isConditioned(entry.stored.value as RecordOf<'sourceCapture'>);
}
