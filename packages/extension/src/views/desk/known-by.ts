/** Words that tell a person from a namesake where either is opened by a few letters. */
import {
  foldText,
  type PlainDate,
  type RecordId,
  type SubjectRow,
  writtenDate,
} from '@cyber-prevent/core';
import type { Twin } from '../../components/list/twins.js';
import { t } from '../../locales/late.js';
import { ageByDay, birthIn } from './age-words.js';
import { toldApart } from './told-apart.js';

export interface Known extends Pick<SubjectRow, 'bornOn' | 'births' | 'reference'> {
  /** If somebody else on record has the name and the date of birth. */
  readonly twin?: Twin | undefined;
}

/**
 * “15, born 2 September 2011, CC/2026/222”: the reference of the latest referral, never of an earlier one. Of twins the
 * day of the first where it has none, and the day of the record.
 */
export function knownBy({ reference, twin, ...birth }: Known, today: PlainDate): string {
  const born = birthIn(birth, t('find.born.not-known'), (day) =>
    t('find.born', { age: ageByDay(day, today), date: writtenDate(day) }),
  );
  return toldApart(born, { ...twin, reference });
}

/** True if another of those found has the same name. */
export function hasNamesake(
  { id, name }: { readonly id: RecordId; readonly name: string },
  found: readonly { readonly id: RecordId; readonly name: string }[],
): boolean {
  const own = foldText(name);
  return found.some((other) => other.id !== id && foldText(other.name) === own);
}
