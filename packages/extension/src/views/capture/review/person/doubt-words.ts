/** Words for the doubt that what was read is about the person chosen. */
import {
  birthsOf,
  type PersonDoubt,
  type PlainDate,
  type Subject,
  writtenDate,
} from '@cyber-prevent/core';
import { t } from '../../../../locales/late.js';
import { birthDates } from '../../../act/either-of.js';

interface OnRecord extends Partial<Pick<Subject, 'bornOn' | 'alsoRecorded'>> {
  readonly name: string;
  /** Every date of birth on record, if there is more than one. */
  readonly births?: readonly PlainDate[];
}

/** “Tobias Wren, born 2 September 2011”, with every date of birth on record. */
export function whoWords({ name, bornOn, alsoRecorded, births }: OnRecord): string {
  const all = births ?? birthsOf({ bornOn, alsoRecorded });
  return all.length > 0 ? t('review.bar.who', { name, date: birthDates(all) }) : name;
}

/** The sentences that say what speaks against the person. */
export function doubtWords({ names, born, exact, own }: PersonDoubt): readonly string[] {
  const dates = born.map((date) => writtenDate(date)).join(' / ');
  return [
    ...(names.length > 0 ? [t('review.bar.page-names', { name: names.join(' / ') })] : []),
    ...(exact ? [t('review.bar.other', { who: whoWords(exact) })] : []),
    ...(born.length > 0 ? [t('review.bar.born', { dates })] : []),
    ...(own ? [t('review.bar.own', { value: own.value, who: whoWords(own.person) })] : []),
  ];
}

/** The question whether the person is meant all the same. */
export function doubtQuestion({ names, born, exact, own }: PersonDoubt, held: OnRecord): string {
  const who = { held: whoWords(held) };
  if (exact) return t('review.bar.other.ask', who);
  if (born.length > 0) return t('review.bar.born.ask', who);
  return t(names.length > 0 && !own ? 'review.bar.named.ask' : 'review.bar.own.ask', who);
}

/** Key of a doubt about a person: an answer holds as long as it stays the same. Empty if there is none. */
export function doubtKey(id: string, doubt: PersonDoubt | undefined): string {
  if (!doubt) return '';
  const { names, born, exact, own } = doubt;
  return JSON.stringify([id, names, born, exact?.person, own?.person.person, own?.value]);
}
