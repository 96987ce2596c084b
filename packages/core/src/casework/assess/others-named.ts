/** Names of other people on a case, found in a text that should be about the subject alone. */
import type { StoredRecord } from '../../store/log/port.js';

/** Titles before a name, which are not names. */
const TITLES: ReadonlySet<string> = new Set(['Mrs', 'Miss', 'Sir', 'Dame', 'Rev', 'Prof', 'Mx']);

/**
 * Names of related people and referrers whose forename or surname is in the text, spelt the same; each once. A part
 * that they share with the subject is ignored.
 */
export function othersNamedIn(text: string, records: readonly StoredRecord[]): readonly string[] {
  const words = new Set(wordsIn(text));
  const own = new Set(
    records.flatMap((record) =>
      isSubject(record) ? [record.value.name, ...record.value.aliases].flatMap(wordsIn) : [],
    ),
  );
  const names = records.flatMap((record) => {
    if (record.kind !== 'relatedPerson' && record.kind !== 'referrer') return [];
    const { name } = record.value as { readonly name?: string };
    return name === undefined ? [] : [name];
  });
  return [...new Set(names)].filter((name) =>
    wordsIn(name).some(
      (part) => part.length > 2 && !TITLES.has(part) && !own.has(part) && words.has(part),
    ),
  );
}

function isSubject(record: StoredRecord): record is StoredRecord<'subject'> {
  return record.kind === 'subject';
}

function wordsIn(text: string): readonly string[] {
  return text.normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? [];
}
