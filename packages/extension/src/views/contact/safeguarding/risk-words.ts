/** Words for the risk of a concern: one that nobody has said yet is not one that is not known. */
import { type CodeLists, codeLabel } from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';

export function riskWords(riskNow: string | undefined, lists: CodeLists): string {
  return riskNow === undefined ? t('concern.risk.none') : codeLabel(lists, 'risk-now', riskNow);
}
