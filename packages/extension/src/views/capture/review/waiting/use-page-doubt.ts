/** Doubt that two pages of one name are about one person. */
import { type Draft, foldText, writtenDate } from '@cyber-prevent/core';
import { t } from '../../../../locales/late.js';
import { useTwinWords } from '../../../case/use-twin-words.js';
import { useRows } from '../../../desk/list/use-rows.js';
import { withBirth } from '../../../desk/told-apart.js';
import { personInDraft } from '../row/draft-person.js';

const APART = ['referral.reference', 'subject.school'] as const;

/** @returns sentences that say what speaks against it; none once both give the same date of birth */
export function usePageDoubt(open: Draft | null, read: Draft): readonly string[] {
  const news = useRows('subjects');
  const twinWords = useTwinWords(open !== null);
  if (!open) return [];
  const [one, other] = [personInDraft(open), personInDraft(read)];
  if (one.born !== undefined && one.born === other.born) return [];
  const rows = news && 'rows' in news ? news.rows : [];
  const name = one.name === undefined ? undefined : foldText(one.name);
  const alike = rows.filter((row) => foldText(row.name) === name);
  // Somebody of the open draft's own name and date of birth is its person.
  const namesakes = alike.filter(({ bornOn }) => !bornOn || writtenDate(bornOn) !== one.born);
  return [
    ...namesakes.map((row) =>
      t('review.another.namesake', { who: twinWords(row.id, withBirth(row)) }),
    ),
    ...APART.filter((path) => differ(open, read, path)).map((path) =>
      t(path === 'subject.school' ? 'review.another.schools' : 'review.another.references'),
    ),
  ];
}

/** True if each page has the fact, and none of its values is on both. */
function differ(open: Draft, read: Draft, path: (typeof APART)[number]): boolean {
  const [one, other] = [open, read].map(
    ({ rows }) =>
      new Set(rows.filter((row) => row.path === path).map(({ value }) => foldText(value))),
  );
  if (!one?.size || !other?.size) return false;
  return ![...one].some((value) => other.has(value));
}
