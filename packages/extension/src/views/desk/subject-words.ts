/** Names of subjects wherever one is chosen: those of one name are told apart, and nobody else says more than a name. */
import { type RecordId, type SubjectRow, writtenDate } from '@cyber-prevent/core';
import { foldText } from '../../components/list/fold-text.js';
import { twinsOf } from '../../components/list/twins.js';
import { t } from '../../locales/late.js';
import { eitherOf } from './either-of.js';
import { firstReferred, toldApart } from './told-apart.js';

/** @param rows - every subject, also those that a form leaves out: the person of the form is a namesake too */
export function subjectWords(rows: readonly SubjectRow[]): ReadonlyMap<RecordId, string> {
  const open = rows.filter(({ isClosed }) => !isClosed);
  const words = new Map(open.map(({ id, name }) => [id, name]));
  for (const alike of groupedBy(open, ({ name }) => foldText(name))) {
    for (const row of alike) words.set(row.id, withDays(row));
    const twins = twinsOf(alike);
    for (const same of groupedBy(alike, ({ id }) => foldText(words.get(id) ?? '')))
      for (const { id } of same) {
        // The first referral is said already.
        const { firstReceivedOn: _, ...twin } = twins.get(id) ?? {};
        words.set(id, toldApart(words.get(id) ?? '', twin));
      }
  }
  return words;
}

/** With the latest referral's own reference, if it has one. */
export function withReference({ reference }: SubjectRow, name: string): string {
  return reference === undefined ? name : t('find.choice', { name, reference });
}

function withDays(row: SubjectRow): string {
  const { name, bornOn, births = bornOn ? [bornOn] : [], firstReceivedOn } = row;
  return t('find.choice.same-name', {
    label: withReference(row, name),
    born:
      births.length > 0
        ? eitherOf(births.map((each) => writtenDate(each)))
        : t('find.choice.not-known'),
    referred: firstReferred(firstReceivedOn) ?? t('list.who.no-referral'),
  });
}

/** Groups of more than one, in the order of the rows. */
function groupedBy(
  rows: readonly SubjectRow[],
  keyOf: (row: SubjectRow) => string,
): readonly (readonly SubjectRow[])[] {
  const groups = new Map<string, SubjectRow[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups.values()].filter(({ length }) => length > 1);
}
