/** Person that an entry is about, as in lists: the name and the reference, and of namesakes what tells them apart. */
import { type CodeLists, codeLabel, type DiaryEntry, type PlainDate } from '@cyber-prevent/core';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import type { DiaryRead } from '../../../ports/diary-read.js';
import { knownBy } from '../known-by.js';
import { briefDay } from './when.js';

type About = Pick<DiaryEntry, 'about' | 'kind' | 'record'>;
type Known = Pick<DiaryRead, 'people' | 'referrals' | 'today'>;

/** Undefined if nobody is known. */
export function whoIs(entry: About, diary: Known): string | undefined {
  const { about } = entry;
  if (about === undefined) return undefined;
  const person = diary.people[about];
  if (!person) return t('today.gone');
  const { name } = person;
  const words = apartWords(entry, diary) ?? referenceOf(entry, diary);
  return words === undefined ? name : t('today.referenced', { name, reference: words });
}

/** The name alone; undefined if nobody is known. */
export function nameOf(
  { about }: About,
  { people }: Pick<DiaryRead, 'people'>,
): string | undefined {
  return about === undefined ? undefined : (people[about]?.name ?? t('today.gone'));
}

/** “15, born 2 September 2011, CC/2026/222”; undefined if nobody else on record has the name. */
export function apartWords(entry: About, diary: Known): string | undefined {
  const person = entry.about && diary.people[entry.about];
  if (!person?.hasNamesake) return undefined;
  const { bornOn, births } = person;
  const reference = referenceOf(entry, diary);
  return knownBy(
    {
      ...(bornOn === undefined ? {} : { bornOn }),
      ...(births === undefined ? {} : { births }),
      ...(reference === undefined ? {} : { reference }),
      twin: person,
    },
    diary.today,
  );
}

/**
 * “Asked by Testford Academy, 20 Nov: “Would you take a boy?””, where nobody is named: who asked, the day, the first
 * words, and of two with the same the time of recording. Of a concern only the moment at which it was recorded.
 */
export function beginsWords(
  { about, record, kind }: About,
  { begins, unnamed, today }: Pick<DiaryRead, 'begins' | 'unnamed' | 'today'>,
  lists: CodeLists,
): string | undefined {
  const told = about === undefined ? unnamed[record] : undefined;
  if (told === undefined) return undefined;
  if (kind === 'safeguardingConcern') return t('concern.one', { moment: writtenMoment(told.at) });
  const by = told.by ?? (told.route && codeLabel(lists, 'referral-route', told.route));
  const words = begins[record] ?? '';
  const date = briefDay(told.at as PlainDate, today);
  const said = by ? t('today.begins.by', { by, date, words }) : t('today.begins', { date, words });
  return told.recordedAt
    ? t('today.begins.recorded', { said, moment: writtenMoment(told.recordedAt) })
    : said;
}

/** Reference of the referral that the entry is about; of the person only if it is about none. */
export function referenceOf(
  { about, record }: About,
  { people, referrals }: Pick<Known, 'people' | 'referrals'>,
): string | undefined {
  const referral = referrals[record];
  return referral ? referral.reference : about && people[about]?.reference;
}
