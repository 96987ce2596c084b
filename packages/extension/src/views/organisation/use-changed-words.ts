/** Tells whether the words of a link have changed since they were joined, as far as lists and records in sight say. */
import { aboutOfLink, linkState, type StoredRecord } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useRecords } from '../act/use-records.js';
import { useRows } from '../desk/list/use-rows.js';

/** False while it is not read, and for a record that is closed to the officer. */
export function useChangedWords(): (link: StoredRecord<'organisationLink'>) => boolean {
  const news = useRows('subjects');
  const referrers = useRecords('referrer');
  const incidents = useRecords('incident');
  const advice = useRecords('advice');
  const contacts = useRecords('agencyContact');
  return useMemo(() => {
    const rows = new Map(
      (news && 'rows' in news ? news.rows : []).map((row) => [row.id, row] as const),
    );
    const records = new Map<string, StoredRecord>();
    for (const list of [referrers, incidents, advice, contacts])
      for (const record of list ?? []) records.set(record.id, record);
    return (link) => {
      const about = aboutOfLink(link.value);
      if (about === undefined || link.value.undoneOn !== undefined) return false;
      // The row of a person has the places that no standing link joins.
      if (about.kind === 'subject')
        return rows.get(about.id)?.unjoined?.some(({ path }) => path === link.value.path) ?? false;
      const record = records.get(about.id);
      return record !== undefined && linkState(link, record) === 'words-changed';
    };
  }, [news, referrers, incidents, advice, contacts]);
}
