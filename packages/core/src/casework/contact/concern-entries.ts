import type { ConcernAddition } from '../../record/concern-addition.js';
import type { Instant } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';

/** A concern as stored: its clocks need the moment it was recorded. */
export type ConcernAsStored = Pick<StoredRecord<'safeguardingConcern'>, 'value' | 'createdAt'>;

/** Statement made at one time: at first, or in an addition. */
export type ConcernEntry = Omit<ConcernAddition, 'addedAt'> & {
  /** When it was recorded. */
  readonly at: Instant;
};

/** The first account of a concern, then its additions, in the order recorded. */
export function concernEntries({ value, createdAt }: ConcernAsStored): readonly ConcernEntry[] {
  const { additions = [], ...first } = value;
  return [
    { ...first, at: createdAt },
    ...additions.map(({ addedAt, ...each }) => ({ ...each, at: addedAt })),
  ];
}
