/** Turns a form into a change of a stored record. An emptied field is removed; a field not asked for stays. */
import type { RecordKind, RecordOf } from '../../record/kind.js';
import type { Result } from '../../shared/issue.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Change } from '../../store/log/revision.js';
import type { CaseContext, Input } from './context.js';
import { entryOf, sets, unless } from './entry.js';

/** @param asked - names of the fields that the form asks for */
export function changeOf<K extends RecordKind>(
  held: StoredRecord<K>,
  input: Input<K>,
  asked: readonly (keyof RecordOf<K> & string)[],
  context: CaseContext,
): Result<{ readonly change: Change<K>; readonly value: RecordOf<K> }> {
  const before: Readonly<Record<string, unknown>> = held.value;
  const given = input as Readonly<Record<string, unknown>>;
  const names = new Set<string>(asked);
  const rest = Object.entries(before).filter(([name]) => name !== 'id' && !names.has(name));
  const said = asked.map((name) => [name, given[name]] as const);
  const checked = entryOf(
    held.kind,
    Object.fromEntries([...rest, ...said]) as Input<K>,
    context,
    undefined,
    held.value,
  );
  if (!checked.ok) return checked;
  const after: Readonly<Record<string, unknown>> = checked.value;
  const set = Object.fromEntries(
    asked
      .filter((name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]))
      .map((name) => [name, after[name] ?? null]),
  ) as Change<K>['set'];
  return unless([], () => ({ change: sets(held, set), value: checked.value }));
}
