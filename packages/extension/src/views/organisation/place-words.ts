/** Words for a place of words, and for the reasons of a join. */
import {
  aboutOfLink,
  type CodeLists,
  codeLabel,
  LIKENESS_REASONS,
  type StoredRecord,
} from '@cyber-prevent/core';
import { isLateKey, t } from '../../locales/late.js';

/** The place by the kind of its record and its path: “school or employer of a person”. */
export function placeWords(kind: string, path: string): string {
  const field = path.replace(/\[\d+\].*$/, '');
  const key = [
    `organisation.place.${kind}.${path}`,
    `organisation.place.${kind}`,
    `organisation.place.${field}`,
  ].find(isLateKey);
  return key === undefined ? path : t(key as 'organisation.place.referrer');
}

export function placeOfLink({ value }: StoredRecord<'organisationLink'>): string {
  return placeWords(aboutOfLink(value)?.kind ?? '', value.path);
}

/** The reasons of several places in words; one that does not hold for all of them says for how many it does. */
export function reasonOfSome(places: readonly (readonly string[])[], lists: CodeLists): string {
  return LIKENESS_REASONS.flatMap((code) => {
    const count = places.filter((reasons) => reasons.includes(code)).length;
    if (count === 0) return [];
    const reason = reasonWords([code], lists);
    if (count === places.length) return [reason];
    return [t('organisation.join.reason.some', { reason, count, of: places.length })];
  }).join(', ');
}

/** The reasons in words, the weightiest first as they were given. */
export function reasonWords(reasons: readonly string[], lists: CodeLists): string {
  return reasons
    .map((code) => codeLabel(lists, 'organisation-join-reason', code).toLowerCase())
    .join(', ');
}
