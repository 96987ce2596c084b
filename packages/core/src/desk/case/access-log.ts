/**
 * The log of what was done with records (DPA 2018 s.62), read for one person or for one officer. It may be used only to
 * verify that processing is lawful, for self-monitoring, for integrity and security, and for criminal proceedings: so it
 * is chosen from and read here, and counted nowhere.
 */
import type { Instant, RecordId } from '../../shared/primitives.js';
import type { AuditAction, LoggedEntry } from '../../store/log/revision.js';

export interface LogFilter {
  readonly action?: AuditAction | undefined;
  /** First and last moment, both in it. */
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
}

/** Whose log it is: what was done with these records, or what this officer did. */
export type LogOf = { readonly records: ReadonlySet<RecordId> } | { readonly by: RecordId };

/** Entries of that log that the filter lets through, the latest first; those of one moment in the order of the log, turned. */
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

/** What s.62 lets a log be used for, in the words that stand on it wherever it is shown or exported. */
export const LOG_USES =
  'This log may be used only for: verifying lawfulness; self-monitoring; integrity and security; criminal proceedings.';
