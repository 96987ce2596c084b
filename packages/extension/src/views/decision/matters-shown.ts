/** When a form asks for what a refusal leaves to others: a hand-over with its acknowledgement, a crime with its reference. */
import { disclosesCrime, type StoredRecord } from '@cyber-prevent/core';
import { asText, type FormValues, type ShownWhen } from '../../components/form-values.js';

export interface MattersShown {
  /** The person is passed on: to whom is asked, and nothing else. */
  readonly passes: (values: FormValues) => boolean;
  readonly refuses: (values: FormValues) => boolean;
  readonly referral: StoredRecord<'referral'> | undefined;
}

export function mattersShown({ passes, refuses, referral }: MattersShown): ShownWhen {
  const isHandedOver = (values: FormValues): boolean =>
    refuses(values) && asText(values.passedTo).trim() !== '';
  const isCrime = (values: FormValues): boolean =>
    referral !== undefined && disclosesCrime(referral) && refuses(values);
  return {
    passedTo: (values) => passes(values) || refuses(values),
    acknowledgedBy: isHandedOver,
    acknowledgedOn: isHandedOver,
    crimeRecorded: isCrime,
    crimeReference: (values) =>
      isCrime(values) && asText(values.crimeRecorded).startsWith('recorded'),
  };
}
