/**
 * The log of everything done with records (DPA 2018 s.62), for one person or one officer. By law it may be used only to
 * verify that processing is lawful, for self-monitoring, for integrity and security, and for criminal proceedings. So
 * entries are selected and read here, and counted nowhere.
 */
import type { Instant, RecordId } from '../../shared/primitives.js';
import type { AuditAction, LoggedEntry } from '../../store/log/revision.js';

export interface LogFilter {
  readonly action?: AuditAction | undefined;
  /** First and last moment, both included. */
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
}

/** The scope of the log: everything done with these records, or everything this officer did. */
export type LogOf = { readonly records: ReadonlySet<RecordId> } | { readonly by: RecordId };

/**
 * Returns the entries of that log that pass the filter, latest first; entries of one moment are in reverse log order.
 */
export function chosenFromLog(
  entries: readonly LoggedEntry[],
  of: LogOf,
  { action, from, to }: LogFilter = {},
): readonly LoggedEntry[] {
  const chosen: LoggedEntry[] = [];
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (!entry || !isOf(entry, of)) continue;
    if (action !== undefined && entry.action !== action) continue;
    if (from !== undefined && entry.at < from) continue;
    if (to !== undefined && entry.at > to) continue;
    chosen.push(entry);
  }
  return chosen;
}

function isOf(entry: LoggedEntry, of: LogOf): boolean {
  if ('by' in of) return entry.by === of.by;
  return entry.records.some((id) => of.records.has(id));
}

/** The uses of a log that s.62 allows, in the words printed on it wherever it is shown or exported. */
export const LOG_USES =
  'This log may be used only for: verifying lawfulness; self-monitoring; integrity and security; criminal proceedings.';
