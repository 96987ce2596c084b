/**
 * The order in which a host, or the system that an adapter knows, writes its dates in figures: as proved by one of its
 * pages, or as the officer said. Kept sealed, so that it is asked once.
 */
import {
  answerDates,
  type CaptureOrigin,
  type DateOrder,
  type Draft,
  type DraftRow,
  type Instant,
  settleDates,
} from '@cyber-prevent/core';
import * as v from 'valibot';
import type { Services } from '../ports/services.js';

const Orders = v.record(v.string(), v.picklist(['day-first', 'month-first']));
export type DateOrders = Readonly<Record<string, DateOrder>>;

const KEY = 'date-orders';
type Work = Pick<Services, 'work'>;

export async function dateOrders({ work }: Work): Promise<DateOrders> {
  const held = (await work.load(KEY))?.value;
  return v.is(Orders, held) ? held : {};
}

/** The scope of the answer for one page: its host and its adapter. Pasted text has neither, and a file has no host. */
function keysOf({ way, url, adapter }: CaptureOrigin): readonly string[] {
  const isLive = (way === 'page' || way === 'selection') && /^https?:/.test(url);
  const host = isLive && URL.canParse(url) ? new URL(url).host : '';
  return [
    ...(host === '' ? [] : [host]),
    ...(adapter && url !== '' ? [`adapter ${adapter.id}`] : []),
  ];
}

/** The draft with the officer’s answer to one row: for its capture, and for those with the same date order. */
export function answered(
  draft: Draft,
  { origin, path }: Pick<DraftRow, 'origin' | 'path'>,
  order: DateOrder,
  now: Instant,
): Draft {
  const asked = path === undefined ? {} : { path };
  return answerDates(draft, alikeIn(draft, origin), order, { now, ...asked });
}

/** Captures of an open draft with the same date order as this one. */
export function alikeIn({ origins }: Draft, id: string): readonly string[] {
  const keys = new Set(origins.filter((each) => each.id === id).flatMap(keysOf));
  return origins
    .filter((each) => each.id === id || keysOf(each).some((key) => keys.has(key)))
    .map((each) => each.id);
}

/** The draft with those dates settled whose order is known from a page of the same host, or an earlier answer. */
export function settledByHost(draft: Draft, kept: DateOrders): Draft {
  const orders = new Map<string, DateOrder | 'both'>(Object.entries(kept));
  for (const origin of draft.origins) for (const key of keysOf(origin)) note(orders, key, origin);
  return draft.origins.reduce((settled, origin) => {
    if (origin.dates !== undefined) return settled;
    const said = new Set(keysOf(origin).flatMap((key) => orders.get(key) ?? []));
    const [order] = said;
    return said.size === 1 && order !== undefined && order !== 'both'
      ? settleDates(settled, [origin.id], order)
      : settled;
  }, draft);
}

function note(
  orders: Map<string, DateOrder | 'both'>,
  key: string,
  { dates }: CaptureOrigin,
): void {
  if (dates === undefined) return;
  const before = orders.get(key);
  orders.set(key, before === undefined || before === dates ? dates : 'both');
}

/**
 * Keeps the officer's answer for one page.
 *
 * A simultaneous save by another window wins: the question is asked again.
 */
export async function keepDateOrder(
  { work }: Work,
  origin: CaptureOrigin,
  order: DateOrder,
): Promise<void> {
  const kept = { ...(await dateOrders({ work })) };
  for (const key of keysOf(origin)) kept[key] = order;
  await save(work, kept);
}

/** Keeps the orders that pages proved; a page that contradicts a kept one removes it, so that the officer is asked. */
export async function keepProvedOrders(
  { work }: Work,
  origins: readonly CaptureOrigin[],
): Promise<void> {
  const before = await dateOrders({ work });
  const orders = new Map<string, DateOrder | 'both'>(Object.entries(before));
  for (const origin of origins) for (const key of keysOf(origin)) note(orders, key, origin);
  const kept = [...orders].filter((each): each is [string, DateOrder] => each[1] !== 'both');
  if (
    kept.length === Object.keys(before).length &&
    kept.every(([key, order]) => before[key] === order)
  )
    return;
  await save(work, Object.fromEntries(kept));
}

async function save(work: Work['work'], kept: DateOrders): Promise<void> {
  await work.save(KEY, kept, (await work.load(KEY))?.version ?? 0);
}
