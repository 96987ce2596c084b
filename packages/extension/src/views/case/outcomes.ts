/** Possible decisions on each kind of record, with their meaning there. */
import type { DecisionRecord } from '@cyber-prevent/core';
import type { DecidedOn } from '../../app/route.js';
import type { Choice } from '../../components/choice.js';
import { t } from '../../locales/late.js';

/** @param label - of a code of `decision-outcome` */
export function outcomesOn(on: DecidedOn, label: (code: string) => string): readonly Choice[] {
  if (on === 'identification')
    return [
      { value: 'refer', label: t('decide.refer'), hint: t('decide.refer.hint') },
      { value: 'pass', label: t('decide.pass'), hint: t('decide.pass.hint') },
      { value: 'dispose', label: t('decide.dispose'), hint: t('decide.dispose.hint') },
    ];
  const rest = (['signpost', 'more-information', 'close'] as const).map((code) => ({
    value: code,
    label: label(code),
    hint: t(`decide.${code}.hint`),
  }));
  return [
    { value: 'accept', label: t(`decide.accept.${on}`), hint: t(`decide.accept.${on}.hint`) },
    { value: 'decline', label: t(`decide.decline.${on}`), hint: t(`decide.decline.${on}.hint`) },
    ...rest,
  ];
}

/** The decision in the words of the choice: suitable is not yet accepted. */
export function outcomeWords(
  { enquiryId, referralId, outcome }: Pick<DecisionRecord, 'enquiryId' | 'referralId' | 'outcome'>,
  label: (code: string) => string,
): string {
  const on = enquiryId ? 'enquiry' : referralId ? 'referral' : undefined;
  const chosen = on && outcomesOn(on, label).find(({ value }) => value === outcome);
  return chosen?.label ?? label(outcome);
}

/** True for decisions on an identified person after which none of their data is kept. */
export function letsGo(on: DecidedOn, outcome: unknown): boolean {
  return on === 'identification' && (outcome === 'pass' || outcome === 'dispose');
}

/** True for decisions that refuse a referral: its records are then disposed of, or kept until a day. */
export function isRefusal(on: DecidedOn, outcome: unknown): boolean {
  return on === 'referral' && (outcome === 'decline' || outcome === 'signpost');
}
