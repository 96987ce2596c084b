/** Name of a person in a sentence or on a button: with the date of birth where somebody else on record has it too. */
import type { StoredRecord, SubjectRow } from '@cyber-prevent/core';
import { hasNamesake } from '../desk/known-by.js';
import { useRows } from '../desk/list/use-rows.js';
import { withBirth } from '../desk/told-apart.js';
import { useTwinWords } from './use-twin-words.js';

type Person = Pick<StoredRecord<'subject'>, 'id' | 'value'>;

const NONE: readonly SubjectRow[] = [];

/** “Tobias Wren”, or “Tobias Wren, born 2 September 2011”. A closed case is a namesake too. */
export function useNameApart(): (person: Person) => string {
  const news = useRows('subjects');
  const rows = news && 'rows' in news ? news.rows : NONE;
  const twinWords = useTwinWords();
  return ({ id, value }) =>
    hasNamesake({ id, name: value.name }, rows) ? twinWords(id, withBirth(value)) : value.name;
}
