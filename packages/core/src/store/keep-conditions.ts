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
 * source of its own, or to what it was. A new value with a source of its own is another fact, and has none of them; an
 * entry of a list, or a part of one, that is still there is none.
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
    const stays = placeNow(path, base.value[field] ?? null, next);
    if (own.length > 0 && stays === undefined) continue;
    const isSame = canonical(next) === canonical(base.value[field] ?? null);
    const at = isSame ? path : own.length > 0 && stays !== undefined ? stays : field;
    const there = new Set(
      own
        .filter(([each]) => covers(each, at))
        .flatMap(([, each]) => each.map(({ capture }) => capture)),
    );
    const missing = refs.filter(
      ({ capture }) => !there.has(capture) && isOnConditions(capture, held),
    );
    if (missing.length === 0) continue;
    const isEdited = !isSame && own.length === 0;
    kept[at] = [...(kept[at] ?? []), ...missing.map((ref) => asEdited(ref, isEdited))];
  }
  if (Object.keys(kept).length === 0) return change;
  return { ...change, sources: merged(given, kept) };
}

/** The path of what was read there in the new value of its field; undefined if the field no longer says it. */
function placeNow(path: string, was: unknown, next: unknown): string | undefined {
  const [, field = path, index, rest = ''] = /^([^.[]+)(?:\[(\d+)\])?(.*)$/.exec(path) ?? [];
  if (!Array.isArray(was) || !Array.isArray(next))
    return isSaid(was, next, rest) ? path : undefined;
  if (index === undefined)
    return was.some((each) => next.some((one) => isSaid(each, one, ''))) ? path : undefined;
  const own = Number(index);
  const place = [own, ...next.keys()].find((nth) => isSaid(was[own], next[nth], rest));
  return place === undefined ? undefined : `${field}[${place}]${rest}`;
}

/** @param part - of both that is asked about, as `.lines`; empty: all that the earlier one had */
function isSaid(was: unknown, now: unknown, part: string): boolean {
  if (now === undefined) return false;
  const names = part === '' ? membersOf(was) : [part.slice(1)];
  if (names.length === 0) return canonical(was ?? null) === canonical(now);
  return names.every(
    (name) =>
      canonical(Reflect.get(Object(was), name) ?? null) ===
      canonical(Reflect.get(Object(now), name) ?? null),
  );
}

function membersOf(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

/** True if the path is the other, or that is a part of it. */
function covers(path: string, other: string): boolean {
  return other === path || other.startsWith(`${path}[`) || other.startsWith(`${path}.`);
}

function asEdited(ref: SourceRef, isEdited: boolean): SourceRef {
  return isEdited ? { ...ref, decision: 'take-corrected' } : ref;
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
