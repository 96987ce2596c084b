/** Referrals of one person that came on one day and have no reference: the place of each says which of them is meant. */
import type { Instant, PlainDate, RecordId } from '@cyber-prevent/core';
import type { Place } from '../../ports/diary-read.js';

export interface Referred {
  readonly id: RecordId;
  readonly subjectId: RecordId;
  /** Its own reference comes first. */
  readonly references: readonly string[];
  readonly receivedOn: PlainDate;
  readonly createdAt: Instant;
}

/** Place of each in the order recorded; those whose reference or day says which they are have none. */
export function placesOfDay(referrals: readonly Referred[]): ReadonlyMap<RecordId, Place> {
  return placesAmong(
    referrals.filter(({ references }) => references.length === 0),
    ({ subjectId, receivedOn }) => `${subjectId} ${receivedOn}`,
    ({ createdAt }) => createdAt,
  );
}

/**
 * Place of each among those that read alike; nobody is alike alone.
 * @param readsAs - what is read of one
 * @param orderOf - sort key; the id decides between equal keys, so that each keeps its place
 */
export function placesAmong<T extends { readonly id: string }>(
  all: readonly T[],
  readsAs: (one: T) => string,
  orderOf: (one: T) => string,
): ReadonlyMap<T['id'], Place> {
  const alike = new Map<string, T[]>();
  for (const one of all) alike.set(readsAs(one), [...(alike.get(readsAs(one)) ?? []), one]);
  const key = (one: T): string => `${orderOf(one)} ${one.id}`;
  return new Map(
    [...alike.values()]
      .filter(({ length }) => length > 1)
      .flatMap((same) =>
        same
          .toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
          .map(({ id }, at) => [id, { nth: at + 1, of: same.length }] as const),
      ),
  );
}
