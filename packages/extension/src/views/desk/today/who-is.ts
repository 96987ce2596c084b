/** Person that an entry is about, as in lists: the name, and the reference if there is one. */
import type { DiaryEntry } from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';
import type { DiaryRead } from '../../../ports/diary-read.js';

/** Undefined if nobody is known. */
export function whoIs(
  { about }: Pick<DiaryEntry, 'about'>,
  { people }: Pick<DiaryRead, 'people'>,
): string | undefined {
  if (about === undefined) return undefined;
  const person = people[about];
  if (!person) return t('today.gone');
  const { name, reference } = person;
  return reference === undefined ? name : t('today.referenced', { name, reference });
}
