/** What each request brings with it. Apart from the reading itself, so that a page of ours does not load the readers. */
import type {
  Adapter,
  Host,
  HostClassList,
  Instant,
  PlainDate,
  RecordId,
} from '@cyber-prevent/core';

/** What the worker cannot have of its own. */
export interface ParseSettings extends PerRequest, Terms {}

/** Of one request alone. */
export interface PerRequest {
  readonly now: Instant;
  readonly today: PlainDate;
  /** Ids for what is made. The worker chooses none, so that it can name nothing that exists. */
  readonly ids: readonly RecordId[];
}

/** The same from request to request, most often: what the officer's force uses. */
export interface Terms {
  readonly adapters: readonly Adapter[];
  readonly hostClasses?: HostClassList;
}

/** Made anew for each request. */
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
