/** People whom captures have read: those who share a name with each other or with somebody on record, told apart. */
import {
  type CodeLists,
  codeLabel,
  type EnquiryRow,
  foldText,
  PlainDate,
  type SubjectRow,
} from '@cyber-prevent/core';
import * as v from 'valibot';
import type { UnfinishedDraft } from '../../../app/unfinished-draft.js';
import { t } from '../../../locales/late.js';
import { knownBy } from '../known-by.js';
import { briefDay } from './when.js';

export { subjectWords } from '../subject-words.js';

/** @returns words by the key of the draft, for those alone that need more than the name */
export function capturedWords(
  drafts: readonly UnfinishedDraft[],
  rows: readonly Pick<SubjectRow, 'name'>[],
  today: PlainDate,
): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { name } of [...drafts, ...rows])
    if (name !== undefined) counts.set(foldText(name), (counts.get(foldText(name)) ?? 0) + 1);
  return new Map(
    drafts.flatMap(({ key, name, born = [], reference }) => {
      if (name === undefined || (counts.get(foldText(name)) ?? 0) < 2) return [];
      // Something else than a date may have been on the page: it is then not known.
      const dates = born.filter((date): date is PlainDate => v.is(PlainDate, date));
      const [bornOn] = dates;
      const known = {
        ...(bornOn === undefined ? {} : { bornOn }),
        ...(dates.length > 1 ? { births: dates } : {}),
        ...(reference === undefined ? {} : { reference }),
      };
      return [[key, t('today.referenced', { name, reference: knownBy(known, today) })]];
    }),
  );
}

/** “Asked by Testford Academy, 20 Nov: “Would you take a boy?””, by the id of the enquiry. */
export function enquiryLines(
  rows: readonly EnquiryRow[],
  lists: CodeLists,
  today: PlainDate,
): ReadonlyMap<string, string> {
  return new Map(
    rows.map(({ id, asker, route, receivedOn, begins }) => [
      id,
      t('today.begins.by', {
        by: asker ?? codeLabel(lists, 'referral-route', route),
        date: briefDay(receivedOn, today),
        words: begins,
      }),
    ]),
  );
}
