/** The two clocks of a safeguarding concern: an acknowledgement that is awaited, and the reference of a crime. */
import type { CodeLists } from '../../codes/code-list.js';
import { crimeOwedAt } from '../../record/concern-crime.js';
import type { Instant } from '../../shared/primitives.js';
import { type ConcernAsStored, concernEntries } from './concern-entries.js';
import { isToAcknowledge } from './concern-tellings.js';

export interface AwaitedAcknowledgement {
  /** Codes of `safeguarding-told`: those who have not acknowledged what they were told. */
  readonly by: readonly string[];
  readonly toldAt: Instant;
  /** The latest escalation; absent if there was none since. */
  readonly escalatedAt?: Instant;
}

/**
 * The acknowledgement that is still awaited; undefined if everybody who was told has acknowledged it, or nobody is
 * expected to. Whoever is told again has to acknowledge it again.
 */
export function acknowledgementAwaited(
  concern: ConcernAsStored,
  lists: CodeLists,
): AwaitedAcknowledgement | undefined {
  let awaited: AwaitedAcknowledgement | undefined;
  for (const { at, told = [], toldAt = at, ...said } of concernEntries(concern)) {
    const by = told.filter((code) => isToAcknowledge(code, at, lists));
    if (by.length > 0)
      awaited = { toldAt, ...awaited, by: [...new Set([...(awaited?.by ?? []), ...by])] };
    if (awaited && said.escalatedTo !== undefined)
      awaited = { ...awaited, escalatedAt: said.escalatedAt ?? at };
    if (said.acknowledgedBy !== undefined) awaited = undefined;
  }
  return awaited;
}

/** The moment at which a crime was recorded as disclosed whose reference is still missing; undefined if none is. */
export function crimeOwedSince(concern: ConcernAsStored): Instant | undefined {
  const entries = concernEntries(concern);
  const place = crimeOwedAt(entries);
  return place === undefined ? undefined : entries[place]?.at;
}
