/**
 * The words for an enquiry, in a heading, on a button and in a choice. It names nobody but the asker, and says so: nobody
 * may read the asker as the child.
 */
import {
  type CodeLists,
  civilDay,
  codeLabel,
  firstWords,
  type RecordId,
  type StoredRecord,
  writtenDate,
} from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import { ofKind } from '../../act/use-gathered.js';
import { useRecords } from '../../act/use-records.js';

export interface EnquiryWords {
  /** “Enquiry from Testford Academy, 24 November 2026”; the whole, if another reads the same. */
  readonly title: string;
  /** With the reference and the first words; of two with the same, the time at which each was recorded. */
  readonly whole: string;
  /** The title within a sentence: “enquiry from …”. */
  readonly said: string;
}

type Enquiry = StoredRecord<'enquiry'>;

/** Words by the id of the enquiry. */
export function enquiryWords(
  enquiries: readonly Enquiry[],
  referrers: readonly StoredRecord<'referrer'>[],
  lists: CodeLists,
): ReadonlyMap<RecordId, EnquiryWords> {
  const byId = new Map(referrers.map(({ id, value }) => [id, value]));
  const all = enquiries.map(({ id, createdAt, value }) => {
    const { receivedOn, route, referrerId, reference, asked } = value;
    const date = writtenDate(receivedOn);
    const kind = codeLabel(lists, 'referral-route', route, civilDay(createdAt));
    const { organisation, name } = (referrerId && byId.get(referrerId)) || {};
    const asker = organisation ?? (name && t('enquiry.asker', { name, route: kind }));
    const title =
      asker === undefined
        ? t('enquiry.title', { date, route: kind })
        : t('enquiry.title.of', { asker, date });
    const words = firstWords(asked);
    const whole = reference
      ? t('enquiry.title.reference', { title, reference, words })
      : t('enquiry.title.words', { title, words });
    return { id, createdAt, title, whole };
  });
  const titles = countsOf(all.map(({ title }) => title));
  const wholes = countsOf(all.map(({ whole }) => whole));
  return new Map(
    all.map(({ id, createdAt, ...own }) => {
      const whole =
        wholes.get(own.whole) === 1
          ? own.whole
          : t('enquiry.title.recorded', { title: own.whole, moment: writtenMoment(createdAt) });
      const title = titles.get(own.title) === 1 ? own.title : whole;
      return [id, { title, whole, said: title.charAt(0).toLowerCase() + title.slice(1) }];
    }),
  );
}

function countsOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

const NONE: readonly StoredRecord[] = [];

/** @param shown - records on the screen, for the words until all enquiries are read */
export function useEnquiryWords(
  shown: readonly StoredRecord[] = NONE,
): (enquiry: Enquiry) => EnquiryWords {
  const { lists } = useApp().services;
  const enquiries = useRecords('enquiry');
  const referrers = useRecords('referrer');
  const all = useMemo(
    () => enquiryWords(enquiries ?? [], referrers ?? ofKind(shown, 'referrer'), lists),
    [enquiries, referrers, shown, lists],
  );
  return (enquiry) =>
    all.get(enquiry.id) ?? alone(enquiry, referrers ?? ofKind(shown, 'referrer'), lists);
}

function alone(
  enquiry: Enquiry,
  referrers: readonly StoredRecord<'referrer'>[],
  lists: CodeLists,
): EnquiryWords {
  const [words] = enquiryWords([enquiry], referrers, lists).values();
  if (!words) throw new RangeError('An enquiry has no words');
  return words;
}
