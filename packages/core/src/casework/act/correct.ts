/**
 * Finds the fields of a stored record that a form changed, so that a save sets only those and the log names no others.
 */
import { fieldsOf, type RecordKind, type RecordOf } from '../../record/kind.js';
import { canonical } from '../../shared/canonical.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Change } from '../../store/log/revision.js';
import type { CaseCommit } from './context.js';
import { sets, unless } from './entry.js';

/** Returns the asked fields whose value changed; an emptied field is removed. */
export function changedFields<K extends RecordKind>(
  held: RecordOf<K>,
  next: RecordOf<K>,
  asked: readonly (keyof RecordOf<K> & string)[],
): Change<K>['set'] {
  const changed = asked.filter((name) => written(held[name]) !== written(next[name]));
  return Object.fromEntries(changed.map((name) => [name, next[name] ?? null])) as Change<K>['set'];
}

/**
 * Sets the fields that the form changed; their earlier values stay in the history.
 *
 * @param next - the record as the form has it, checked
 * @param asked - names of the fields that the form asks for
 * @param also - changes of other records that go with it
 */
export function correctionOf<K extends RecordKind>(
  held: StoredRecord<K>,
  next: RecordOf<K>,
  asked: readonly (keyof RecordOf<K> & string)[],
  issues: readonly Issue[],
  also: readonly Change[] = [],
): Result<CaseCommit> {
  const set = changedFields<K>(held.value, next, asked);
  if (Object.keys(set).length === 0) return failed(NOTHING_CHANGED);
  return unless(issues, () => ({
    commit: { changes: [sets(held, set), ...also], reason: 'correction' },
    id: held.id,
  }));
}

/** True if a record that corrects another says the same as it in every field. */
export function repeatsCorrected<K extends RecordKind>(
  kind: K,
  corrected: RecordOf<K>,
  next: RecordOf<K>,
): boolean {
  return fieldsOf(kind)
    .filter(({ name }) => name !== 'id' && name !== 'corrects')
    .every(({ name }) => worded(Reflect.get(corrected, name)) === worded(Reflect.get(next, name)));
}

/** A list without entries says what an absent one says. */
function worded(value: unknown): string {
  return Array.isArray(value) && value.length === 0 ? '' : written(value ?? undefined);
}

function written(value: unknown): string {
  return value === undefined ? '' : canonical(value);
}

export const NOTHING_CHANGED: Issue = {
  code: 'nothing-changed',
  severity: 'error',
  message: 'Nothing was changed, so there is nothing to save.',
};
