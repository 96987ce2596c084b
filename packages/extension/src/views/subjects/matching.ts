/** Finds subjects as an officer types: every word must begin a word of a name, an other name or a reference. */
import type { RecordId, StoredRecord } from '@cyber-prevent/core';

export function matching(
  subjects: readonly StoredRecord<'subject'>[],
  referrals: readonly StoredRecord<'referral'>[],
  wanted: string,
): readonly StoredRecord<'subject'>[] {
  const words = fold(wanted).split(/\s+/).filter(Boolean);
  if (words.length === 0) return subjects;
  const bySubject = referralsBySubject(referrals);
  return subjects.filter(({ id, value }) => {
    const own = bySubject.get(id) ?? [];
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

function referralsBySubject(
  referrals: readonly StoredRecord<'referral'>[],
): ReadonlyMap<RecordId, readonly StoredRecord<'referral'>[]> {
  const bySubject = new Map<RecordId, StoredRecord<'referral'>[]>();
  for (const referral of referrals) {
    const { subjectId } = referral.value;
    const own = bySubject.get(subjectId);
    if (own) own.push(referral);
    else bySubject.set(subjectId, [referral]);
  }
  return bySubject;
}

/** Letters alone: case, accents and what stands between the parts of a name do not matter. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’'\s-]+/g, ' ')
    .toLowerCase();
}
