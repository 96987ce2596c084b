/** What whoever looks after a force's computers may set for every officer, in the browser's managed policy. */
import * as v from 'valibot';
import type { Policy } from '../app/services.js';

export const NO_POLICY: Policy = { fips: false };

const Minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60));

/** @param managed - what `storage.managed` holds; a setting that is not of its sort is as one that is not there */
export function readPolicy(managed: unknown): Policy {
  const read = v.safeParse(v.record(v.string(), v.unknown()), managed);
  if (!read.success) return NO_POLICY;
  const { fips, lockMinutes } = read.output;
  return {
    fips: fips === true,
    ...(v.is(Minutes, lockMinutes) ? { lockMinutes } : {}),
  };
}
