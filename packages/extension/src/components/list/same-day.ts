/** Referrals of one person that came on one day: the place says which of them is meant by one without a reference. */
import type { Instant, PlainDate, RecordId } from '@cyber-prevent/core';
import type { Place } from '../../ports/diary-read.js';

export interface Referred {
  readonly id: RecordId;
  readonly subjectId: RecordId;
  readonly receivedOn: PlainDate;
  readonly createdAt: Instant;
}

/** Place of each among all of its day, in the order recorded. */
export function placesOfDay(referrals: readonly Referred[]): ReadonlyMap<RecordId, Place> {
  return placesAmong(
    referrals,
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
  for (const one of all) {
    const words = readsAs(one);
    const same = alike.get(words);
    if (same) same.push(one);
    else alike.set(words, [one]);
  }
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
