/** Filters of the list of subjects, in words. */
import { AGE_BANDS, type CodeLists, NO_LEVEL, NOT_KNOWN, OWN_CASES } from '@cyber-prevent/core';
import type { ListFacet } from '../../components/list/list-column.js';
import { t } from '../../locales/late.js';
import {
  areaFacet,
  codeFacet,
  dueFacet,
  handlingFacet,
  stateFacet,
  workFacet,
} from './list/facet-words.js';
import { offenceFacets } from './list/offence-words.js';

export function subjectFacets(lists: CodeLists): readonly ListFacet[] {
  return [
    codeFacet('status', t('subjects.status'), 'referral-status', lists),
    {
      key: 'level',
      label: t('subjects.level'),
      words: (code) => {
        if (code === NOT_KNOWN) return t('subjects.level.none');
        return code === NO_LEVEL ? t('subjects.level.not-given') : code;
      },
    },
    stateFacet('born', t('subjects.age'), AGE_BANDS, (band) => t(`subjects.age.${band}`)),
    dueFacet(),
    workFacet(),
    areaFacet('area', t('subjects.area'), 'force', lists),
    areaFacet('authority', t('subjects.authority'), 'local-authority', lists),
    ...offenceFacets(lists),
    handlingFacet(),
    {
      key: 'officer',
      label: t('subjects.officer'),
      words: (code) => (code === OWN_CASES ? t('subjects.officer.own') : code),
    },
  ];
}
