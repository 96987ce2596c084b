/** Tellings of a safeguarding concern: to whom, what, and who has acknowledged it. */
import { type CodeLists, codeInForce } from '../../codes/code-list.js';
import { civilDay } from '../../shared/civil-day.js';
import type { Instant } from '../../shared/primitives.js';
import { type ConcernAsStored, type ConcernEntry, concernEntries } from './concern-entries.js';

export interface ConcernTelling
  extends Pick<ConcernEntry, 'toldWhom' | 'toldHow' | 'toldWhat' | 'reference'> {
  /** Codes of `safeguarding-told`, without `nobody-yet`. */
  readonly told: readonly string[];
  readonly toldAt: Instant;
  /** `not-expected`: nobody among them has to acknowledge it. */
  readonly acknowledgement:
    | 'not-expected'
    | 'awaited'
    | { readonly by: string; readonly at: Instant };
}

/** Lists each time that somebody was told, in the order recorded. */
export function concernTellings(
  concern: ConcernAsStored,
  lists: CodeLists,
): readonly ConcernTelling[] {
  const entries = concernEntries(concern);
  return entries.flatMap((entry, place): readonly ConcernTelling[] => {
    const told = (entry.told ?? []).filter((code) => code !== 'nobody-yet');
    if (told.length === 0) return [];
    const { toldWhom, toldHow, toldWhat, reference, at, toldAt = at } = entry;
    const acknowledged = entries.slice(place).find((each) => each.acknowledgedBy !== undefined);
    return [
      {
        told,
        toldAt,
        toldWhom,
        toldHow,
        toldWhat,
        reference,
        acknowledgement: !told.some((code) => isToAcknowledge(code, at, lists))
          ? 'not-expected'
          : acknowledged?.acknowledgedBy === undefined
            ? 'awaited'
            : {
                by: acknowledged.acknowledgedBy,
                at: acknowledged.acknowledgedAt ?? acknowledged.at,
              },
      },
    ];
  });
}

/**
 * True if they are expected to acknowledge a concern that they are told of: the code list of the day says so. A code that
 * was not in force on that day still awaits it if it ever did: nobody is left without an answer.
 *
 * @param at - when the telling was recorded
 */
export function isToAcknowledge(code: string, at: Instant, lists: CodeLists): boolean {
  const row = codeInForce(lists, TOLD, code, civilDay(at));
  if (row !== undefined) return row.acknowledges === true;
  const rows = lists.get(TOLD)?.codes ?? [];
  return rows.some((each) => each.code === code && each.acknowledges === true);
}

const TOLD = 'safeguarding-told';
