/** Other parts of a person's page whose records say that somebody was told, each with the number of those records. */
import { isConcernTold, type StoredRecord } from '@cyber-prevent/core';
import type { PlainKey } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';

export interface ToldElsewhere {
  readonly section: string;
  readonly label: PlainKey;
  readonly count: number;
}

export function toldElsewhere({ all }: Pick<SubjectPage, 'all'>): readonly ToldElsewhere[] {
  const count = (...records: readonly boolean[][]): number => records.flat().filter(Boolean).length;
  const parts: readonly ToldElsewhere[] = [
    {
      section: 'concerns',
      label: 'concern.section',
      count: count(
        all('safeguardingConcern').map(
          ({ value }) => isConcernTold(value) || value.parentTold === 'yes',
        ),
      ),
    },
    {
      section: 'agencies',
      label: 'agencies.section',
      count: count(all('agencyContact').map(({ value }) => value.shared !== undefined)),
    },
    {
      section: 'conditions',
      label: 'conditions.section',
      count: count(all('conditionEvidence').map(hasDay)),
    },
    {
      section: 'notices',
      label: 'notice.section',
      count: count(all('noticeBreach').map(hasDay), all('stopCard').map(hasDay)),
    },
    {
      section: 'keeping',
      label: 'ending.section',
      count: count(all('correctionNotice').map(hasDay)),
    },
  ];
  return parts.filter((part) => part.count > 0);
}

function hasDay({
  value,
}: StoredRecord & { readonly value: { readonly toldOn?: unknown } }): boolean {
  return value.toldOn !== undefined;
}
