/** Words for a likeness. */
import {
  type CodeLists,
  codeLabel,
  type MatchValue,
  originKey,
  type PlainDate,
  type Reason,
  type SeenAnswer,
  type Sides,
  writtenDate,
} from '@cyber-prevent/core';
import { isCivilDate } from '../../../../components/civil-date.js';
import { writtenMoment } from '../../../../components/written-moment.js';
import { isLateKey, t } from '../../../../locales/late.js';

/** “A similar name: one letter differs”. */
export function reasonWords({ kind, how }: Reason): string {
  const likenesses = how.flatMap((each) => {
    const key = `seen.how.${each}`;
    return isLateKey(key) ? [t(key as 'seen.how.swapped')] : [];
  });
  const like = `seen.like.${kind}`;
  // An accent more or less does not make another name; otherwise a similar value is not called the same.
  const isSimilar = how.some((each) => each !== 'same' && each !== 'spelling') && isLateKey(like);
  const reason = isSimilar ? t(like as 'seen.like.name') : t(`seen.reason.${kind}`);
  return likenesses.length === 0
    ? reason
    : t('seen.reason.how', { reason, how: likenesses.join(', ') });
}

/** “The date of birth differs (2 May 2009, one of 2 on record)”: of several dates of birth on record, the one meant. */
export function withBirthMeant(
  reason: string,
  said: readonly Sides[],
  births: readonly PlainDate[] | undefined,
): string {
  const dates = said.flatMap(({ held: { kind, text } }) =>
    kind === 'bornOn' && isCivilDate(text) ? writtenDate(text as PlainDate) : [],
  );
  return births && dates.length > 0
    ? t('seen.one-of-births', { reason, date: dates.join(', '), count: births.length })
    : reason;
}

/** A value in words: a date written out, a handle with its platform, an address on one line. */
export function valueWords(
  { kind, text, platform, postcode }: MatchValue,
  lists: CodeLists,
): string {
  if (kind === 'bornOn' && isCivilDate(text)) return writtenDate(text as PlainDate);
  if (kind === 'handle' && platform)
    return t('seen.on-platform', {
      handle: text,
      platform: codeLabel(lists, 'online-platform', platform),
    });
  if (kind !== 'address') return text;
  const lines = text.split('\n');
  return [...lines, ...(postcode && !text.includes(postcode) ? [postcode] : [])].join(', ');
}

/** “from Practice RMS, 24 November 2026 at 14:30”, for each source of the value. */
export function originWords(value: MatchValue, origins: SeenAnswer['origins']): string {
  const read = origins[originKey(value)] ?? [];
  const words = read.map(({ system, capturedAt }) =>
    t('seen.from', { system, at: writtenMoment(capturedAt) }),
  );
  return words.length === 0 ? t('seen.from.none') : [...new Set(words)].join('; ');
}
