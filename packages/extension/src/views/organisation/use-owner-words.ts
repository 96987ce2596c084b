/** Words for the one whose record has words to join: a person, a referrer, or an incident or advice by its day. */
import {
  aboutOfLink,
  type RecordId,
  type StoredRecord,
  type SubjectRow,
  writtenDate,
} from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { t } from '../../locales/late.js';
import { useRecords } from '../act/use-records.js';
import { useRows } from '../desk/list/use-rows.js';
import { subjectWords } from '../desk/subject-words.js';
import { placeWords } from './place-words.js';

export interface WordedRecords {
  readonly people: readonly SubjectRow[];
  readonly referrers: readonly StoredRecord<'referrer'>[];
  readonly incidents: readonly StoredRecord<'incident'>[];
  readonly advice: readonly StoredRecord<'advice'>[];
  readonly contacts: readonly StoredRecord<'agencyContact'>[];
}

/** By the record; undefined for one that names nobody, or that is closed to the officer. */
export type OwnerWords = (record: RecordId) => string | undefined;

export function ownerWords({
  people,
  referrers,
  incidents,
  advice,
  contacts,
}: WordedRecords): OwnerWords {
  const names = subjectWords(people);
  const words = new Map<RecordId, string | undefined>(names);
  for (const { id, value } of contacts)
    words.set(id, inOne(names.get(value.subjectId), writtenDate(value.contactOn)));
  for (const { id, value } of referrers) words.set(id, inOne(value.name, value.role));
  for (const { id, value } of incidents) words.set(id, writtenDate(value.happenedOn));
  for (const { id, value } of advice)
    words.set(id, inOne(value.askedBy, writtenDate(value.givenOn)));
  return (record) => words.get(record);
}

/** Tells of no one until everything is read. */
export function useOwnerWords(): OwnerWords {
  const news = useRows('subjects');
  const referrers = useRecords('referrer');
  const incidents = useRecords('incident');
  const advice = useRecords('advice');
  const contacts = useRecords('agencyContact');
  return useMemo(
    () =>
      ownerWords({
        people: news && 'rows' in news ? news.rows : [],
        referrers: referrers ?? [],
        incidents: incidents ?? [],
        advice: advice ?? [],
        contacts: contacts ?? [],
      }),
    [news, referrers, incidents, advice, contacts],
  );
}

/** “‘St Testwin’s’, school or employer of a person: Rowan Vael”. */
export function linkWords(
  { value }: StoredRecord<'organisationLink'>,
  ownerOf: OwnerWords,
): string {
  const about = aboutOfLink(value);
  const { words, path } = value;
  const place = placeWords(about?.kind ?? '', path);
  const who = about && ownerOf(about.id);
  return who === undefined
    ? t('organisation.join.place', { words, place })
    : t('organisation.join.place.of', { words, place, who });
}

function inOne(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.filter((part) => part !== undefined).join(', ') || undefined;
}
