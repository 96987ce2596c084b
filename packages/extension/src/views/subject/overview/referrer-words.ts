/** The referrer, in words. */
import { type CodeLists, codeLabel, type StoredRecord } from '@cyber-prevent/core';

/** The referrer as the record has them: name, role and organisation, or the kind of referrer alone. */
export function referrerWords(
  { value: { route } }: StoredRecord<'referral'>,
  referrer: StoredRecord<'referrer'> | undefined,
  lists: CodeLists,
): string | undefined {
  const { name, role, organisation, kind } = referrer?.value ?? {};
  const words = [name, role, organisation].filter((each) => each !== undefined);
  if (words.length > 0) return words.join(', ');
  if (kind !== undefined) return codeLabel(lists, 'referrer-type', kind);
  return route === undefined ? undefined : codeLabel(lists, 'referral-route', route);
}
