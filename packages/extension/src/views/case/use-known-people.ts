/** Facts that tell a person from a namesake, by id: age, date of birth and reference, from rows: no record is read. */
import type { RecordId } from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import { knownBy } from '../desk/known-by.js';
import { useRows } from '../desk/list/use-rows.js';

/** @returns words of a person on record who is open to the officer; undefined for anybody else */
export function useKnownPeople(): (person: RecordId) => string | undefined {
  const today = useApp().services.today();
  const news = useRows('subjects');
  const rows = news && 'rows' in news ? news.rows : [];
  return (person) => {
    const row = rows.find(({ id, isClosed }) => id === person && !isClosed);
    return row && knownBy(row, today);
  };
}
