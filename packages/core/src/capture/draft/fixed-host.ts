import type { Host } from '../../shared/host.js';
import type { Instant, PlainDate, RecordId } from '../../shared/primitives.js';

/** A host for a reading that is looked at and not kept: neither time nor chance affects its rows. */
export const FIXED_HOST: Pick<Host, 'clock' | 'random'> = {
  clock: {
    now: () => '2026-01-01T00:00:00.000Z' as Instant,
    today: () => '2026-01-01' as PlainDate,
  },
  random: { id: () => '00000000-0000-4000-8000-000000000000' as RecordId, salt: () => '' },
};
