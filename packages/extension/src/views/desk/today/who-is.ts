/** Person that an entry is about, as in lists: the name, and the reference if there is one. */
import type { DiaryEntry } from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';
import type { DiaryRead } from '../../../ports/diary-read.js';

/** Undefined if nobody is known. */
export function whoIs(
  entry: Pick<DiaryEntry, 'about' | 'kind' | 'record'>,
  diary: Pick<DiaryRead, 'people' | 'references'>,
): string | undefined {
  const { about } = entry;
  if (about === undefined) return undefined;
  const person = diary.people[about];
  if (!person) return t('today.gone');
  const { name } = person;
  const reference = referenceOf(entry, diary);
  return reference === undefined ? name : t('today.referenced', { name, reference });
}

/** Reference of the referral that the entry is about; of the person only if it is about none. */
export function referenceOf(
  { about, kind, record }: Pick<DiaryEntry, 'about' | 'kind' | 'record'>,
  { people, references }: Pick<DiaryRead, 'people' | 'references'>,
): string | undefined {
  if (kind === 'referral') return references[record];
  return references[record] ?? (about && people[about]?.reference);
}
