/** Success message of a decision, and the next screen. */
import { type Issue, type PlainDate, type RecordId, writtenDate } from '@cyber-prevent/core';
import type { DecidedOn, Route } from '../../../app/route.js';
import type { Said } from '../../../app/session.js';
import { t } from '../../../locales/late.js';
import type { Decided } from './decide-act.js';

export interface DecidedNow {
  readonly on: DecidedOn;
  readonly decided: Decided;
  /** Reason that the records to be destroyed are still there. */
  readonly left: Issue | undefined;
}

export interface SaidOf extends DecidedNow {
  readonly until: PlainDate | undefined;
  /** Name of the person; an enquiry names nobody. */
  readonly name: string | undefined;
  /** True if the rest of the person's record stays. */
  readonly isPart: boolean;
}

/** A message after a destruction names nobody. */
export function saidOf({ on, decided, left, until, name, isPart }: SaidOf): Said {
  if (left)
    return {
      heading: t('refuse.not-destroyed'),
      body: t('refuse.not-destroyed.body', { why: left.message }),
    };
  if (decided.dispose.length > 0) {
    if (on === 'referral') return { heading: t(isPart ? 'refuse.done.part' : 'refuse.done') };
    return { heading: t(isPart ? 'refuse.destroyed.identification' : 'refuse.destroyed') };
  }
  if (on === 'enquiry') return { heading: t('decide.saved'), body: t('decide.saved.reply') };
  const whom = name ?? t('common.not-recorded');
  if (until) return { heading: t('refuse.done.kept', { name: whom, date: writtenDate(until) }) };
  const heading = t('decide.saved.of', { name: whom });
  return on === 'identification' && decided.referral === undefined
    ? { heading, body: t('decide.saved.waits') }
    : { heading };
}

export function goesTo({
  on,
  record,
  decided,
  left,
}: DecidedNow & { readonly record: RecordId }): Route {
  if (on === 'enquiry') return { name: 'enquiry', enquiry: record };
  if (on === 'identification') {
    if (decided.referral) return { name: 'referral', referral: decided.referral };
    return left || decided.dispose.length === 0
      ? { name: 'identification', identification: record }
      : { name: 'referrals', show: 'identified' };
  }
  return decided.dispose.length > 0
    ? { name: 'referrals', show: 'refusals' }
    : { name: 'referral', referral: record };
}
