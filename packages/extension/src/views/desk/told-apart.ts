/**
 * The one rule by which people of one name, or without one, are told apart wherever one of them is named. The order is
 * always the same: the date of birth; another name or a handle that nobody else of them has; the reference of the latest
 * referral; the school; where none of these tells them apart, the days of the first referral and of the record. Two of one
 * name and one date of birth also say that there is another.
 */
import { birthsOf, type PlainDate, type Subject, writtenDate } from '@cyber-prevent/core';
import type { Twin } from '../../components/list/twins.js';
import { t } from '../../locales/late.js';
import type { Place } from '../../ports/diary-read.js';
import { birthIn } from './age-words.js';

export interface ToldBy extends Twin {
  /** The referral in words, in place of the day of the first. */
  readonly reference?: string | undefined;
}

interface Named extends Partial<Pick<Subject, 'bornOn' | 'alsoRecorded'>> {
  readonly name: string;
  /** Every date of birth on record, if there is more than one. */
  readonly births?: readonly PlainDate[];
  readonly isUnnamed?: true;
}

/** “Tobias Wren, born 2 September 2011”, or “Tobias Wren, 2 dates of birth”; “Name not known”, if no birth is known. */
export function withBirth({ name, bornOn, alsoRecorded, births, isUnnamed }: Named): string {
  const all = births ?? birthsOf({ bornOn, alsoRecorded });
  if (isUnnamed && all.length === 0) return name;
  if (all.length > 1)
    return t('find.choice.and', { said: name, part: birthIn({ births: all }, '', writtenDate) });
  return bornOn
    ? t('seen.person', { name, date: writtenDate(bornOn) })
    : t('seen.person.unknown', { name });
}

/** “first referred 2 November 2026”; undefined if there is no referral. */
export function firstReferred(firstReceivedOn: PlainDate | undefined): string | undefined {
  return firstReceivedOn && t('find.choice.first', { date: writtenDate(firstReceivedOn) });
}

/** “referred 2 November 2026”, and “, 1 of 2 that day” if another referral of the person says the same. */
export function referredOn(receivedOn: PlainDate, place?: Place): string {
  const date = writtenDate(receivedOn);
  return place ? t('list.who.referred.nth', { date, ...place }) : t('list.who.referred', { date });
}

/**
 * “…, handle kestrel_77”, or “…, first referred 2 November 2026, recorded on 24 November 2026, 1 of 2 alike”; of anybody
 * else the label alone.
 */
export function toldApart(label: string, by: ToldBy = {}): string {
  return [label, ...partsOf(by)].reduce((said, part) => t('find.choice.and', { said, part }));
}

/** The same without a label, as a line of its own; undefined if there is nothing to say. */
export function apartLine(by: ToldBy = {}): string | undefined {
  const [first, ...others] = partsOf(by);
  return first && others.reduce((said, part) => t('find.choice.and', { said, part }), upper(first));
}

function partsOf(by: ToldBy): readonly string[] {
  const { known, reference, school, firstReceivedOn, recordedOn, place } = by;
  const own =
    known || school !== undefined
      ? [
          known && t(`find.choice.known.${known.by}`, { text: known.text }),
          reference,
          known || school === undefined ? undefined : t('find.choice.school', { school }),
        ]
      : [
          reference ?? firstReferred(firstReceivedOn),
          recordedOn && t('find.choice.recorded', { date: writtenDate(recordedOn) }),
        ];
  return [...own, place && t('find.choice.alike', { ...place })].filter(
    (part) => part !== undefined,
  );
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
