/** Name of a person in a sentence or on a button: with the date of birth where somebody else on record has it too. */
import { type StoredRecord, type SubjectRow, writtenDate } from '@cyber-prevent/core';
import { t } from '../../locales/late.js';
import { hasNamesake } from '../desk/known-by.js';
import { useRows } from '../desk/list/use-rows.js';
import { useTwinWords } from './use-twin-words.js';

type Person = Pick<StoredRecord<'subject'>, 'id' | 'value'>;

const NONE: readonly SubjectRow[] = [];

/** “Tobias Wren”, or “Tobias Wren, born 2 September 2011”. A closed case is a namesake too. */
export function useNameApart(): (person: Person) => string {
  const news = useRows('subjects');
  const rows = news && 'rows' in news ? news.rows : NONE;
  const twinWords = useTwinWords();
  return ({ id, value: { name, bornOn } }) => {
    if (!hasNamesake({ id, name }, rows)) return name;
    const label = bornOn
      ? t('review.bar.who', { name, date: writtenDate(bornOn) })
      : t('seen.person.unknown', { name });
    return twinWords(id, label);
  };
}
