/** The risk of a concern in words: one that nobody has said yet is not one that is not known. */
import { type CodeLists, codeLabel } from '@cyber-prevent/core';
import { Tag } from '../../components/tag.js';
import { t } from '../../locales/late.js';

export function riskWords(riskNow: string | undefined, lists: CodeLists): string {
  return riskNow === undefined ? t('concern.risk.none') : codeLabel(lists, 'risk-now', riskNow);
}

interface RiskMarkProps {
  riskNow: string | undefined;
  lists: CodeLists;
  /** Says that it is the risk, where no heading does. */
  isNamed?: boolean;
}

/** The risk of a concern that is not closed: the graver it is, the sooner it is seen. */
export function RiskMark({ riskNow, lists, isNamed = false }: RiskMarkProps) {
  const risk = riskWords(riskNow, lists);
  if (riskNow === 'immediate') return <Tag colour="red">{risk}</Tag>;
  const words = isNamed ? t('concern.risk', { risk }) : risk;
  return riskNow === 'serious' ? <strong>{words}</strong> : words;
}
