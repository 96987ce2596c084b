import type { SafeguardingConcern } from '../../record/safeguarding-concern.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit } from '../act/context.js';
import { setsOf } from '../act/entry.js';

/** The commit that gives a stored concern the named values, for the reason of safeguarding. */
export function changedConcern(
  concern: StoredRecord<'safeguardingConcern'>,
  value: SafeguardingConcern,
  names: readonly (keyof SafeguardingConcern)[],
): CaseCommit {
  const set: Partial<Record<keyof SafeguardingConcern, unknown>> = Object.fromEntries(
    names.map((name) => [name, value[name]]),
  );
  return { commit: { changes: [setsOf(concern, set)], reason: 'safeguarding' }, id: concern.id };
}
