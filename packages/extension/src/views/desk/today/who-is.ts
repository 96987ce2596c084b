/** Person that an entry is about, as in lists: the name and the reference, and of namesakes what tells them apart. */
import {
  type CodeLists,
  codeLabel,
  type DiaryEntry,
  type PlainDate,
  type RecordId,
} from '@cyber-prevent/core';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import type { DiaryPerson, DiaryRead, DiaryUnnamed } from '../../../ports/diary-read.js';
import { agesOf } from '../age-words.js';
import { knownBy } from '../known-by.js';
import { referredOn } from '../told-apart.js';
import { briefDay } from './when.js';

type About = Pick<DiaryEntry, 'id' | 'about' | 'kind' | 'record'>;
type Known = Pick<DiaryRead, 'people' | 'referrals' | 'alike' | 'today'>;

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

/** The person alone, over all that is due for them. */
export function personIs(
  about: RecordId,
  { people, today }: Pick<DiaryRead, 'people' | 'today'>,
): string {
  const person = people[about];
  if (!person) return t('today.gone');
  const { name, reference: own, hasNamesake } = person;
  const reference = hasNamesake ? namesakeWords(person, own, today) : own;
  return reference === undefined ? name : t('today.referenced', { name, reference });
}

/** The name alone; undefined if nobody is known. */
export function nameOf(
  { about }: About,
  { people }: Pick<DiaryRead, 'people'>,
): string | undefined {
  return about === undefined ? undefined : (people[about]?.name ?? t('today.gone'));
}

/**
 * “15, born 2 September 2011, CC/2026/222” of a person whose name somebody else has; “15, referred 2 November 2026, 1 of 2
 * that day” where the person has another referral; and “…, 1 of 2 like this” if another row says the same. Undefined if
 * the name alone says which row it is.
 */
export function apartWords(entry: About, diary: Known): string | undefined {
  const person = entry.about && diary.people[entry.about];
  if (!person) return undefined;
  const place = diary.alike[entry.id];
  const reference = referenceOf(entry, diary);
  const words = person.hasNamesake
    ? namesakeWords(person, reference, diary.today)
    : place || diary.referrals[entry.record]?.hasAnother
      ? [agesOf(person, diary.today) ?? t('line.age.none'), reference]
          .filter((part) => part !== undefined)
          .reduce((said, part) => t('find.choice.and', { said, part }))
      : undefined;
  return words !== undefined && place ? t('today.alike', { said: words, ...place }) : words;
}

function namesakeWords(
  person: DiaryPerson,
  reference: string | undefined,
  today: PlainDate,
): string {
  const { bornOn, births } = person;
  return knownBy(
    {
      ...(bornOn === undefined ? {} : { bornOn }),
      ...(births === undefined ? {} : { births }),
      ...(reference === undefined ? {} : { reference }),
      twin: person,
    },
    today,
  );
}

/**
 * “Asked by Testford Academy, 20 Nov: “Would you take a boy?””, where nobody is named: who asked, the day, the first
 * words, and of two with the same the time of recording. Of a concern only the moment at which it was recorded. Of several
 * that still read alike, the place of each.
 */
export function beginsWords(
  entry: About,
  diary: Pick<DiaryRead, 'begins' | 'unnamed' | 'alike' | 'today'>,
  lists: CodeLists,
): string | undefined {
  if (entry.about !== undefined) return undefined;
  const told = diary.unnamed[entry.record];
  const said = told && saidOf(entry, told, diary, lists);
  const place = diary.alike[entry.id];
  return place ? t('today.alike', { said: said ?? t('today.nobody'), ...place }) : said;
}

function saidOf(
  { record, kind }: About,
  told: DiaryUnnamed,
  { begins, today }: Pick<DiaryRead, 'begins' | 'today'>,
  lists: CodeLists,
): string {
  if (kind === 'safeguardingConcern') return t('concern.one', { moment: writtenMoment(told.at) });
  const by = told.by ?? (told.route && codeLabel(lists, 'referral-route', told.route));
  const words = begins[record] ?? '';
  const date = briefDay(told.at as PlainDate, today);
  const said = by ? t('today.begins.by', { by, date, words }) : t('today.begins', { date, words });
  return told.recordedAt
    ? t('today.begins.recorded', { said, moment: writtenMoment(told.recordedAt) })
    : said;
}

/**
 * Referral that the entry is about: its reference, or without one its day if the person has another. The reference of the
 * person only if the entry is about no referral.
 */
export function referenceOf(
  { about, record }: About,
  { people, referrals }: Pick<Known, 'people' | 'referrals'>,
): string | undefined {
  const referral = referrals[record];
  if (!referral) return about && people[about]?.reference;
  const { reference, hasAnother, receivedOn, place } = referral;
  return reference ?? (hasAnother ? referredOn(receivedOn, place) : undefined);
}
