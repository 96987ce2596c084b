/**
 * The settings sent with each request. Separate from the reading itself, so that a page of ours does not load the
 * readers.
 */
import type {
  Adapter,
  Host,
  HostClassList,
  Instant,
  PlainDate,
  RecordId,
} from '@cyber-prevent/core';

/** Settings that the worker cannot provide itself. */
export interface ParseSettings extends PerRequest, Terms {}

/** Settings of one request only. */
export interface PerRequest {
  readonly now: Instant;
  readonly today: PlainDate;
  /** Ids for new items. The worker chooses none, so that it cannot name anything that exists. */
  readonly ids: readonly RecordId[];
}

/** Mostly the same from request to request: the settings of the officer's force. */
export interface Terms {
  readonly adapters: readonly Adapter[];
  readonly hostClasses?: HostClassList;
}

/** Settings for one request. */
export function parseSettings(
  host: Pick<Host, 'clock' | 'random'>,
  adapters: readonly Adapter[],
  hostClasses?: HostClassList,
): ParseSettings {
  return {
    now: host.clock.now(),
    today: host.clock.today(),
    ids: Array.from({ length: 8 }, () => host.random.id()),
    adapters,
    ...(hostClasses ? { hostClasses } : {}),
  };
}
