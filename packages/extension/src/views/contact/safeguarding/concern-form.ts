/** Questions of a safeguarding concern: the important ones first, the rest only if they apply. */
import type { ShownWhen } from '../../../components/form-values.js';
import { asTexts, type FormValues } from '../../../components/form-values.js';

/** The concern, the risk, the person informed, when, how, their reference, the parent. */
export const CONCERN_FIELDS = [
  'what',
  'riskNow',
  'told',
  'toldWhom',
  'toldAt',
  'toldHow',
  'reference',
  'parentTold',
  'whyParentNotTold',
  'subjectId',
] as const;

export const CONCERN_SHOWN_WHEN: ShownWhen = {
  toldWhom: isSomebodyTold,
  toldAt: isSomebodyTold,
  toldHow: isSomebodyTold,
  reference: isSomebodyTold,
  whyParentNotTold: (values) => values.parentTold === 'no',
};

export function isSomebodyTold(values: FormValues): boolean {
  return asTexts(values.told).some((code) => code !== 'nobody-yet');
}
