import { birthsOf, type StoredRecord } from '@cyber-prevent/core';

/** The age at the time is asked only while no date of birth is on record. */
export function ageLeft({ value }: StoredRecord<'subject'>): readonly string[] {
  return birthsOf(value).length > 0 ? ['ageThen'] : [];
}
