/** Finds subjects as an officer types: every word must begin a word of a name, an other name or a reference. */
import type { StoredRecord } from '@cyber-prevent/core';

export function matching(
  subjects: readonly StoredRecord<'subject'>[],
  referrals: readonly StoredRecord<'referral'>[],
  wanted: string,
): readonly StoredRecord<'subject'>[] {
  const words = fold(wanted).split(/\s+/).filter(Boolean);
  if (words.length === 0) return subjects;
  return subjects.filter(({ id, value }) => {
    const own = referrals.filter((referral) => referral.value.subjectId === id);
    const text = fold(
      [
        value.name,
        ...value.aliases,
        ...own.flatMap(({ value: referral }) => [
          referral.reference ?? '',
          ...referral.otherReferences,
        ]),
      ].join(' '),
    );
    return words.every((word) => text.startsWith(word) || text.includes(` ${word}`));
  });
}

/** Letters alone: case, accents and the marks between parts of a name do not matter. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’'-]/g, ' ').toLowerCase();
}
