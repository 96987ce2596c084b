/**
 * The words for a person on a button, in a heading and in a choice: the name, and what tells them apart if somebody else
 * on record has the name or the name is not known. Nobody else says more than a name.
 */
import { foldText, type RecordId, type SubjectRow } from '@cyber-prevent/core';
import { readsAs, type Twin, twinsOf } from '../../components/list/twins.js';
import { t } from '../../locales/late.js';
import { type ToldBy, toldApart, withBirth } from './told-apart.js';

/** @param rows - every subject, also those that a form leaves out: the person of the form is a namesake too */
export function subjectWords(rows: readonly SubjectRow[]): ReadonlyMap<RecordId, string> {
  const open = rows.filter(({ isClosed }) => !isClosed);
  const told = toldBy(open);
  const counts = new Map<string, number>();
  for (const row of open) counts.set(readsAs(row), (counts.get(readsAs(row)) ?? 0) + 1);
  const isAlone = (row: SubjectRow): boolean => !row.isUnnamed && counts.get(readsAs(row)) === 1;
  return new Map(
    open.map((row) => [
      row.id,
      isAlone(row) ? row.name : toldApart(withBirth(row), told.get(row.id)),
    ]),
  );
}

/**
 * Facts that tell apart people who read alike, by their id. A reference that nobody else has says more than the days,
 * which two of one name may share, and than the school.
 */
export function toldBy(rows: readonly SubjectRow[]): ReadonlyMap<RecordId, ToldBy> {
  const twins: ReadonlyMap<RecordId, Twin> = twinsOf(rows);
  if (twins.size === 0) return twins;
  const counts = new Map<string, number>();
  for (const { references } of rows)
    for (const each of new Set(references.map(foldText)))
      counts.set(each, (counts.get(each) ?? 0) + 1);
  const told = new Map<RecordId, ToldBy>();
  for (const { id, reference, isUnnamed } of rows) {
    const twin = twins.get(id);
    if (!twin) continue;
    const { known, school, place } = twin;
    const isOwn = reference !== undefined && counts.get(foldText(reference)) === 1;
    const own: ToldBy = known
      ? { known }
      : isOwn
        ? { reference }
        : isUnnamed && school !== undefined
          ? { school }
          : twin;
    // Of two of one name and birth, each says that there is another, however surely they are told apart.
    told.set(id, { ...own, ...(place && !isUnnamed && { place }) });
  }
  return told;
}

/** With the latest referral's own reference, if it has one. */
export function withReference({ reference }: SubjectRow, name: string): string {
  return reference === undefined ? name : t('find.choice', { name, reference });
}
