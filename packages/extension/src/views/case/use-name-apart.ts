/** Name of a person in a sentence or on a button: with what tells them apart, unless the name alone says who it is. */
import type { StoredRecord, SubjectRow } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { hasNamesake } from '../desk/known-by.js';
import { useRows } from '../desk/list/use-rows.js';
import { subjectWords } from '../desk/subject-words.js';
import { withBirth } from '../desk/told-apart.js';

type Person = Pick<StoredRecord<'subject'>, 'id' | 'value'>;

const NONE: readonly SubjectRow[] = [];

/** “Tobias Wren”, or “Tobias Wren, born 2 September 2011”. A closed case is a namesake too. */
export function useNameApart(): (person: Person) => string {
  const news = useRows('subjects');
  const rows = news && 'rows' in news ? news.rows : NONE;
  const words = useMemo(() => subjectWords(rows), [rows]);
  return ({ id, value }) => {
    const row = rows.find((each) => each.id === id);
    const said = words.get(id);
    // The list follows a change of the name a moment later.
    if (row && said !== undefined && row.name === value.name) return said;
    return hasNamesake({ id, name: value.name }, rows) ? withBirth(value) : value.name;
  };
}
