/** Sentences that say who else has an identifier. */
import type { IdentifierRow, RecordId } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { t } from '../../../locales/late.js';
import { useRows } from '../../desk/list/use-rows.js';
import { subjectWords } from '../../desk/subject-words.js';

type Of = Pick<IdentifierRow, 'id' | 'key'>;

/**
 * Gives the sentence of an identifier: “Also recorded for Ann Vale, Sable Finch and nobody yet.” Each person is told from
 * others of the name. Undefined if nobody else has it. Only people whose record is open to the officer are named.
 */
export function useAlsoWords(): (of: Of) => string | undefined {
  const news = useRows('identifiers');
  const people = useRows('subjects');
  return useMemo(() => {
    const rows = news && 'rows' in news ? news.rows : [];
    const names = subjectWords(people && 'rows' in people ? people.rows : []);
    return (of) => alsoWords(of, rows, names);
  }, [news, people]);
}

function alsoWords(
  { id, key }: Of,
  rows: readonly IdentifierRow[],
  names: ReadonlyMap<RecordId, string>,
): string | undefined {
  const others = rows.filter(
    (row) => row.key === key && row.id !== id && row.endedOn === undefined,
  );
  const own = rows.find((row) => row.id === id)?.subjectId;
  const named = new Map<RecordId | undefined, string>();
  for (const { subjectId, name } of others)
    if (subjectId !== own) named.set(subjectId, wordsOf(subjectId, names, name));
  const [first, ...rest] = named.values();
  if (first === undefined) return undefined;
  // Words that tell people apart have commas of their own.
  if ([first, ...rest].some((each) => each.includes(',')))
    return t('identifier.also', { names: [first, ...rest].join('; ') });
  const last = rest.pop();
  const listed =
    last === undefined ? first : t('identifier.and', { first: [first, ...rest].join(', '), last });
  return t('identifier.also', { names: listed });
}

function wordsOf(
  subjectId: RecordId | undefined,
  names: ReadonlyMap<RecordId, string>,
  name: string | undefined,
): string {
  if (subjectId === undefined) return t('identifier.nobody.yet');
  return names.get(subjectId) ?? name ?? t('common.not-recorded');
}
