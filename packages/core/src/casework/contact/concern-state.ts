/** The state of a safeguarding concern, its latest risk, and its place among others. */
import { isConcernTold, type SafeguardingConcern } from '../../record/safeguarding-concern.js';
import type { Instant } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';

export const CONCERN_STATES = ['untold', 'open', 'closed'] as const;
export type ConcernState = (typeof CONCERN_STATES)[number];

/** The state of a concern: closed, open, or with nobody informed of it yet. */
export function concernState(concern: SafeguardingConcern): ConcernState {
  if (concern.closedOn !== undefined) return 'closed';
  return isConcernTold(concern) ? 'open' : 'untold';
}

/** The latest risk, from the start or from an addition: a code of `risk-now`. Undefined if nobody has said it yet. */
export function riskOfConcern({
  riskNow,
  additions = [],
}: SafeguardingConcern): string | undefined {
  return additions.findLast((each) => each.riskNow !== undefined)?.riskNow ?? riskNow;
}

/** False only of a risk that is known to be lesser: one that nobody has said or knows may be grave. */
export function mayBeInDanger(riskNow: string | undefined): boolean {
  return riskNow !== 'concern';
}

/** A concern as it is ordered: its state, its latest risk, and when it was raised. */
export interface OrderedConcern {
  readonly state: ConcernState;
  readonly riskNow?: string | undefined;
  readonly raisedAt: Instant;
}

/** True while somebody is in immediate danger by the latest that was said, until the concern is closed. */
export function isInDangerNow({ state, riskNow }: Omit<OrderedConcern, 'raisedAt'>): boolean {
  return riskNow === 'immediate' && state !== 'closed';
}

/**
 * Key that sorts concerns wherever they are listed: somebody in immediate danger first, then what nobody was told of,
 * then the open ones and last the closed ones. Until they are closed, a serious risk comes before one that nobody has
 * said or knows, and that before a lesser one; of equal ones the latest comes first.
 */
export function concernOrder(concern: OrderedConcern): string {
  const { state, raisedAt } = concern;
  const rank = isInDangerNow(concern) ? 0 : 1 + CONCERN_STATES.indexOf(state);
  const risk = state === 'closed' ? 0 : riskRank(concern.riskNow);
  return `${rank} ${risk} ${String(LAST_MOMENT - Date.parse(raisedAt)).padStart(16, '0')}`;
}

/** {@link concernOrder} of a concern on record. */
export function storedConcernOrder({
  value,
  createdAt,
}: StoredRecord<'safeguardingConcern'>): string {
  return concernOrder({
    state: concernState(value),
    riskNow: riskOfConcern(value),
    raisedAt: createdAt,
  });
}

/** The concerns that are not closed, in the order in which concerns are listed; of equal ones the last given first. */
export function openConcerns(
  concerns: readonly StoredRecord<'safeguardingConcern'>[],
): readonly StoredRecord<'safeguardingConcern'>[] {
  return concerns
    .filter(({ value }) => concernState(value) !== 'closed')
    .map((concern) => ({ concern, order: storedConcernOrder(concern) }))
    .toReversed()
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
    .map(({ concern }) => concern);
}

function riskRank(riskNow: string | undefined): number {
  if (riskNow === 'serious' || riskNow === 'immediate') return 0;
  return mayBeInDanger(riskNow) ? 1 : 2;
}

/** The last moment that a date can have, in milliseconds. */
const LAST_MOMENT = 8_640_000_000_000_000;
