/** What a form changed of a record that is held: so that a save sets those fields alone, and the log names no others. */
import type { RecordKind, RecordOf } from '../record/kind.js';
import { canonical } from '../shared/canonical.js';
import type { Issue } from '../shared/issue.js';
import type { Change } from '../store/revision.js';

/** Of the fields that the form asks for, those that now say something else; one that was emptied is taken away. */
export function changedFields<K extends RecordKind>(
  held: RecordOf<K>,
  next: RecordOf<K>,
  asked: readonly (keyof RecordOf<K> & string)[],
): Change<K>['set'] {
  const changed = asked.filter((name) => written(held[name]) !== written(next[name]));
  return Object.fromEntries(changed.map((name) => [name, next[name] ?? null])) as Change<K>['set'];
}

function written(value: unknown): string {
  return value === undefined ? '' : canonical(value);
}

export const NOTHING_CHANGED: Issue = {
  code: 'nothing-changed',
  severity: 'error',
  message: 'Nothing was changed, so there is nothing to save.',
};
