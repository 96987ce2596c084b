/** The entries of a diary in groups: by when they are due, by person, or by kind of work. Danger always comes first. */
import type { RecordId } from '../../shared/primitives.js';
import type { DiaryEntry } from './diary-entry.js';

export const DIARY_GROUPINGS = ['when', 'person', 'kind'] as const;
export type DiaryGrouping = (typeof DIARY_GROUPINGS)[number];

export interface DiaryGroup {
  /** `urgent`; or the state, the act, or the id of the person; `nobody` if nobody is known. */
  readonly key: string;
  /** The person of the group, if it is of one. */
  readonly about?: RecordId;
  /** In the order of the diary. */
  readonly entries: readonly DiaryEntry[];
  /** Number of entries whose day has passed. */
  readonly overdue: number;
}

/**
 * Groups entries, each in one group: the urgent ones first, then the groups in the order of their first entry.
 *
 * @param entries - in the order of the diary
 */
export function groupEntries(
  entries: readonly DiaryEntry[],
  by: DiaryGrouping,
): readonly DiaryGroup[] {
  const groups = new Map<string, DiaryEntry[]>();
  for (const isUrgent of [true, false])
    for (const entry of entries) {
      if (entry.isUrgent !== isUrgent) continue;
      const key = isUrgent ? 'urgent' : keyOf(entry, by);
      const own = groups.get(key);
      if (own) own.push(entry);
      else groups.set(key, [entry]);
    }
  return [...groups].map(([key, own]) => {
    const [first] = own;
    const about = by === 'person' && key !== 'urgent' ? first?.about : undefined;
    return {
      key,
      ...(about === undefined ? {} : { about }),
      entries: own,
      overdue: own.filter(({ state }) => state === 'overdue').length,
    };
  });
}

function keyOf({ state, act, about }: DiaryEntry, by: DiaryGrouping): string {
  if (by === 'when') return state;
  return by === 'kind' ? act : (about ?? 'nobody');
}
