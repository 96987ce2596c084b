/** Questions of a safeguarding concern: the person and the worry first, the rest only if they apply. */
import type { RecordId } from '@cyber-prevent/core';
import type { ShownWhen } from '../../../components/form-values.js';
import { asTexts, type FormValues } from '../../../components/form-values.js';

/** The person; the concern, the risk, who was told, when, how, what and their reference; the parent; a crime. */
export const CONCERN_FIELDS = [
  'subjectId',
  'what',
  'riskNow',
  'told',
  'toldWhom',
  'toldAt',
  'toldHow',
  'toldWhat',
  'reference',
  'parentTold',
  'whyParentNotTold',
  'crimeDisclosed',
  'crimeReference',
] as const;

/** Asked with every choice in sight. None is needed to save: a worry without an answer is still one. */
export const CONCERN_CHOICES = ['riskNow', 'parentTold'] as const;

export const CONCERN_SHOWN_WHEN = {
  toldWhom: isSomebodyTold,
  toldAt: isSomebodyTold,
  toldHow: isSomebodyTold,
  toldWhat: isSomebodyTold,
  reference: isSomebodyTold,
  whyParentNotTold: (values) => values.parentTold === 'no',
  crimeReference: (values) => values.crimeDisclosed === 'yes',
} satisfies ShownWhen;

/** Key of the draft: one for each person, and one for a concern about nobody yet. */
export function concernWork(subject: RecordId | undefined): string {
  return subject === undefined ? 'safeguarding' : `safeguarding/${subject}`;
}

export function isSomebodyTold(values: FormValues): boolean {
  return asTexts(values.told).some((code) => code !== 'nobody-yet');
}
