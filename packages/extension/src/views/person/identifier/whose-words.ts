/** Sentences that say who else has an identifier. */
import type { IdentifierRow, RecordId } from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';

/**
 * “Also recorded for Ann Vale, Sable Finch and nobody yet.” Only people whose record is open to the officer are among the
 * rows. Undefined if nobody else has it.
 */
export function alsoWords(
  { id, key }: Pick<IdentifierRow, 'id' | 'key'>,
  rows: readonly IdentifierRow[],
): string | undefined {
  const others = rows.filter(
    (row) => row.key === key && row.id !== id && row.endedOn === undefined,
  );
  const own = rows.find((row) => row.id === id)?.subjectId;
  const named = new Map<RecordId | undefined, string>();
  for (const { subjectId, name } of others)
    if (subjectId !== own) named.set(subjectId, wordsOf(subjectId, name));
  const [first, ...rest] = named.values();
  if (first === undefined) return undefined;
  const last = rest.pop();
  const names =
    last === undefined ? first : t('identifier.and', { first: [first, ...rest].join(', '), last });
  return t('identifier.also', { names });
}

function wordsOf(subjectId: RecordId | undefined, name: string | undefined): string {
  if (subjectId === undefined) return t('identifier.nobody.yet');
  return name ?? t('common.not-recorded');
}
