/** Tellings of a safeguarding concern: to whom, what, and who has acknowledged it. */
import type { CodeLists } from '../../codes/code-list.js';
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
  const expected = acknowledgingCodes(lists);
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
        acknowledgement: !told.some((code) => expected.has(code))
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

/** Those who are expected to acknowledge a concern that they are told of: the code list says so. */
export function acknowledgingCodes(lists: CodeLists): ReadonlySet<string> {
  const rows = lists.get('safeguarding-told')?.codes ?? [];
  return new Set(rows.filter(({ acknowledges }) => acknowledges).map(({ code }) => code));
}
