/** Where somebody was found, in words: “As seen (online identifier): tam_sinister”. */
import { type PlainDate, RECORD_LABELS, type SubjectRow, writtenDate } from '@cyber-prevent/core';
import type { FoundPlace } from '@cyber-prevent/core/find';
import { t } from '../../../locales/late.js';

const A_DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Fields of the subject that a row shows anyway. */
const IN_ROW = new Set(['name', 'givenNames', 'familyName', 'bornOn']);
const MOST = 2;

/** The places that are said: those beyond what the row itself shows. */
export function placesSaid(
  row: Pick<SubjectRow, 'reference'>,
  places: readonly FoundPlace[],
): readonly FoundPlace[] {
  return places
    .filter(
      ({ kind, path, text }) =>
        !(kind === 'subject' && IN_ROW.has(path)) && (text === undefined || text !== row.reference),
    )
    .slice(0, MOST);
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

/** What the log names for places that were shown: their records, and the names of their fields. */
export function placesNoted(places: readonly FoundPlace[]) {
  return {
    records: [...new Set(places.map(({ record }) => record))],
    fields: [...new Set(places.flatMap(({ path }) => /^\w+/.exec(path) ?? []))],
  };
}

function asWritten(text: string): string {
  return A_DAY.test(text) ? writtenDate(text as PlainDate) : text;
}
