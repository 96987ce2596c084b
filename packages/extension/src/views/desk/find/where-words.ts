/** The place of a find, in words: “As seen (identifier): tam_sinister”. */
import { type PlainDate, RECORD_LABELS, type SubjectRow, writtenDate } from '@cyber-prevent/core';
import type { FoundPlace } from '@cyber-prevent/core/find';
import { t } from '../../../locales/late.js';

const A_DAY = /^\d{4}-\d{2}-\d{2}$/;
const BIRTH = /^(?:bornOn|alsoRecorded\[\d+\]\.date)$/;
/** Fields of the subject that a row shows anyway. */
const IN_ROW = new Set(['name', 'givenNames', 'familyName', 'bornOn']);
const MOST = 2;

/** The places that are said: those beyond what the row itself shows. One of several births is said to be one of them. */
export function placesSaid(
  { reference, births }: Pick<SubjectRow, 'reference' | 'births'>,
  places: readonly FoundPlace[],
): readonly FoundPlace[] {
  return places
    .map((place) =>
      births && isBirth(place)
        ? { ...place, label: t('find.one-of-births', { count: births.length }) }
        : place,
    )
    .filter(
      (place) =>
        !(place.kind === 'subject' && IN_ROW.has(place.path) && !(births && isBirth(place))) &&
        (place.text === undefined || place.text !== reference),
    )
    .slice(0, MOST);
}

function isBirth({ kind, path, text }: FoundPlace): boolean {
  return kind === 'subject' && BIRTH.test(path) && A_DAY.test(text ?? '');
}

/** @returns undefined where there is nothing to say */
export function whereWords(places: readonly FoundPlace[]): string | undefined {
  const said = places.map(({ kind, label, text }) => {
    const record = RECORD_LABELS[kind].one.toLowerCase();
    const field = kind === 'subject' ? label : t('find.field', { label, record });
    return text === undefined ? field : t('find.where', { field, text: asWritten(text) });
  });
  return said.length === 0 ? undefined : said.join('. ');
}

/** The texts on record in {@link whereWords}, as written there. */
export function whereTexts(places: readonly FoundPlace[]): readonly string[] {
  return places.flatMap(({ text }) => (text === undefined ? [] : asWritten(text)));
}

/** Names in the log for places that were shown: their records, and the names of their fields. */
export function placesNoted(places: readonly FoundPlace[]) {
  return {
    records: [...new Set(places.map(({ record }) => record))],
    fields: [...new Set(places.flatMap(({ path }) => /^\w+/.exec(path) ?? []))],
  };
}

function asWritten(text: string): string {
  return A_DAY.test(text) ? writtenDate(text as PlainDate) : text;
}
