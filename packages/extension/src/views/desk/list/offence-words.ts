/** Suspected offences in lists: columns and filters by section and by the status that counts now. */
import {
  BEHAVIOUR_CODE,
  type CodeLists,
  codeLabel,
  NO_SECTION_CODE,
  NOT_KNOWN,
  type OffenceCodes,
} from '@cyber-prevent/core';
import type { ListFacet } from '../../../components/list/list-column.js';
import { t } from '../../../locales/late.js';

export function offenceFacets(lists: CodeLists): readonly ListFacet[] {
  const words = (list: 'cma-section' | 'offence-status') => (code: string) =>
    code === NOT_KNOWN ? t('offence.list.none') : codeWords(code, list, lists);
  return [
    { key: 'offence', label: t('offence.list.section'), words: words('cma-section') },
    { key: 'standing', label: t('offence.list.standing'), words: words('offence-status') },
  ];
}

export function sectionWords(offences: OffenceCodes | undefined, lists: CodeLists): string {
  return written(offences?.sections, 'cma-section', lists);
}

export function standingWords(offences: OffenceCodes | undefined, lists: CodeLists): string {
  return written(offences?.standings, 'offence-status', lists);
}

function written(codes: readonly string[] = [], list: string, lists: CodeLists): string {
  if (codes.length === 0) return t('offence.list.none');
  return codes.map((code) => codeWords(code, list, lists)).join('; ');
}

function codeWords(code: string, list: string, lists: CodeLists): string {
  if (code === BEHAVIOUR_CODE) return t('offence.list.behaviour');
  return code === NO_SECTION_CODE ? t('offence.list.no-section') : codeLabel(lists, list, code);
}
