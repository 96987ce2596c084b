/** Two heads of one record, field by field: the value in each, the officer who set it, and when. */
import type { RecordKind } from '../../record/kind.js';
import { canonical } from '../../shared/canonical.js';
import type { Instant, RecordId } from '../../shared/primitives.js';
import { branchesOf, byMoment } from './branch.js';
import type { Revision } from './revision.js';

/** One head: the revision, its officer and time, and whether it withdrew the record. */
export interface ConflictHead {
  readonly revision: RecordId;
  readonly at: Instant;
  readonly by: RecordId;
  readonly isWithdrawn: boolean;
}

/** One head's value of a field. `at` and `by` belong to the revision that set it, and are absent if none did. */
export interface ConflictValue {
  readonly revision: RecordId;
  /** Value; `undefined` if the field is empty. */
  readonly value: unknown;
  readonly at?: Instant;
  readonly by?: RecordId;
}

export interface RecordConflict {
  readonly kind: RecordKind;
  readonly record: RecordId;
  /** Heads in the order in which they were made. */
  readonly heads: readonly ConflictHead[];
  /** Fields on which the heads differ, by name; `values` in the order of the heads. */
  readonly fields: readonly { readonly field: string; readonly values: readonly ConflictValue[] }[];
}

/**
 * The heads of a record that was changed on separate devices, and the fields on which they differ.
 *
 * @param history - every revision of one record
 * @returns undefined when it has one head: there is no conflict
 */
export function conflictOf(history: readonly Revision[]): RecordConflict | undefined {
  const all = new Map(history.map((revision) => [revision.id, revision]));
  const branches = branchesOf(all)
    .filter((branch) => !branch.isIncomplete)
    .toSorted((one, other) => byMoment(one.revision, other.revision));
  const [first] = history;
  if (!first || branches.length < 2) return undefined;
  const names = [...new Set(branches.flatMap(({ value }) => Object.keys(value)))].sort();
  const differing = names.filter((name) => {
    const said = branches.map(({ value }) => canonical(value[name] ?? null));
    return new Set(said).size > 1;
  });
  return {
    kind: first.kind,
    record: first.record,
    heads: branches.map(({ revision: { id, at, by }, isWithdrawn }) => ({
      revision: id,
      at,
      by,
      isWithdrawn,
    })),
    fields: differing.map((field) => ({
      field,
      values: branches.map(({ revision: { id }, value }) => ({
        revision: id,
        value: value[field],
        ...settingOf(field, id, all),
      })),
    })),
  };
}

/**
 * The officer who last set the field on the way to the head. A revision that joins several was written on the latest.
 */
function settingOf(
  field: string,
  head: RecordId,
  all: ReadonlyMap<RecordId, Revision>,
): Pick<ConflictValue, 'at' | 'by'> {
  const seen = new Set<RecordId>();
  let at = all.get(head);
  while (at && !seen.has(at.id)) {
    seen.add(at.id);
    if (Object.hasOwn(at.set, field)) return { at: at.at, by: at.by };
    at = at.parents
      .flatMap((parent) => all.get(parent) ?? [])
      .toSorted(byMoment)
      .at(-1);
  }
  return {};
}
