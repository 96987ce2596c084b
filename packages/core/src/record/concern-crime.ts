/** A crime that was disclosed with a safeguarding concern, and whether its reference is still missing. */
import type { ConcernAddition } from './concern-addition.js';

export type CrimeSaid = Pick<
  ConcernAddition,
  'crimeDisclosed' | 'crimeRecorded' | 'crimeReference'
>;

/**
 * The place of the entry that disclosed a crime whose reference is still missing; undefined if none is. A later entry
 * may say that there was no crime after all, or that there is none to record.
 *
 * @param entries - the first account, then the additions, earliest first
 */
export function crimeOwedAt(entries: readonly CrimeSaid[]): number | undefined {
  let owed: number | undefined;
  entries.forEach(({ crimeDisclosed, crimeRecorded, crimeReference }, place) => {
    if (crimeDisclosed === 'yes') owed ??= place;
    const isSettled = crimeReference !== undefined || crimeRecorded === 'no-crime';
    if (crimeDisclosed === 'no' || isSettled) owed = undefined;
  });
  return owed;
}
