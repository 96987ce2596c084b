/**
 * Conditions for the fields on matters passed to others by a refusal: a handover with its acknowledgement, a crime
 * with its reference. The legal gateway by which somebody identified is passed on.
 */
import { disclosesCrime, type StoredRecord } from '@cyber-prevent/core';
import { asText, type FormValues, type ShownWhen } from '../../../components/form-values.js';

export interface MattersShown {
  /** True if an identified person's records will go: the form then asks for the recipient and their acknowledgement. */
  readonly letsGo: (values: FormValues) => boolean;
  readonly refuses: (values: FormValues) => boolean;
  readonly referral: StoredRecord<'referral'> | undefined;
}

export function mattersShown({ letsGo, refuses, referral }: MattersShown): ShownWhen {
  const isAsked = (values: FormValues): boolean => letsGo(values) || refuses(values);
  const isHandedOver = (values: FormValues): boolean =>
    isAsked(values) && asText(values.passedTo).trim() !== '';
  const isPassedOn = (values: FormValues): boolean => letsGo(values) && isHandedOver(values);
  const isCrime = (values: FormValues): boolean =>
    referral !== undefined && disclosesCrime(referral) && refuses(values);
  return {
    passedTo: isAsked,
    // A refused referral says who took the matter over; only somebody identified is passed on by it.
    gateway: isPassedOn,
    gatewayNote: (values) => isPassedOn(values) && asText(values.gateway) === 'other',
    acknowledgedBy: isHandedOver,
    acknowledgedOn: isHandedOver,
    crimeRecorded: isCrime,
    crimeReference: (values) =>
      isCrime(values) && asText(values.crimeRecorded).startsWith('recorded'),
  };
}
