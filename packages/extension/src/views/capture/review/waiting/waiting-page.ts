/**
 * Pages that were read while another draft was open, each stored as a draft of its own. It waits under a key that says
 * so until the officer has answered whose page it is: every screen of captures, in any window, asks for it.
 */
import { type Draft, mergeDraft, type Result } from '@cyber-prevent/core';
import { asideKey, DRAFT_KEY } from '../../../../app/work-keys.js';
import type { Services, UnfinishedWork } from '../../../../ports/services.js';
import { dropCopies, putCopiesAway } from '../page-copies.js';
import { isSamePage } from './same-page.js';
import { isWaitingKey, waitingKey } from './waiting-key.js';

type Parts = Pick<Services, 'work' | 'capture'>;
type Kept = Awaited<ReturnType<UnfinishedWork['save']>>;

/** Stores a page until the officer has said whose it is, with its copy. An earlier reading of the same page goes. */
export async function setWaiting(
  { work, capture }: Parts,
  page: Draft,
  open: Draft | null,
): Promise<Kept> {
  const kept = await work.save(waitingKey(page), page, 0);
  if (!kept.ok) return kept;
  await putCopiesAway({ work, capture }, page, ...(open ? [open] : [])).catch(() => undefined);
  await dropEarlier({ work, capture }).catch(() => undefined);
  return kept;
}

/**
 * Stores a page whose screen was left while it was read: no press is lost, and the page is there when the officer comes
 * back.
 */
export async function putAside(parts: Parts, read: Draft): Promise<void> {
  const { work } = parts;
  const held = await work.load(DRAFT_KEY);
  const open = held?.value as Draft | null | undefined;
  // Only the officer decides if another page joins an open draft.
  if (open && !isSamePage(open, read)) await setWaiting(parts, read, open);
  else await work.save(DRAFT_KEY, open ? mergeDraft(open, read) : read, held?.version ?? 0);
}

/**
 * The page to ask about next: the one read last, if it is not part of the open draft already.
 *
 * @param open - the draft on screen
 */
export async function waitingPage(
  work: UnfinishedWork,
  open: Draft | null,
): Promise<Draft | undefined> {
  const pages = await waitingPages(work);
  return pages.findLast((page) => !open || !isPartOf(page, open));
}

/** Sets the page aside for later: it is found under Unfinished, and nothing more is asked about it. */
export async function keepAside(work: UnfinishedWork, page: Draft): Promise<Result<unknown>> {
  const key = asideKey(DRAFT_KEY, page.id);
  // Another window may have answered, or a crash come between: it is stored there already then.
  const isKept = (await work.load(key)) !== undefined;
  const kept = isKept ? undefined : await work.save(key, page, 0);
  if (kept && !kept.ok) return kept;
  await work.discard(waitingKey(page));
  return { ok: true, value: undefined, issues: [] };
}

/** Forgets that the page waits: it is part of a stored draft. */
export function endWaiting(work: UnfinishedWork, page: Draft): Promise<void> {
  return work.discard(waitingKey(page));
}

/** In the order in which they were read. */
async function waitingPages(work: UnfinishedWork): Promise<readonly Draft[]> {
  const keys = (await work.keys()).filter(isWaitingKey);
  const held = await Promise.all(keys.map((key) => work.load(key)));
  const pages = held.flatMap((each) => (each?.value as Draft | null | undefined) ?? []);
  return pages.toSorted((one, other) => orderOf(one).localeCompare(orderOf(other)));
}

/** Of several readings of one page, the last is kept; every window keeps the same one. */
async function dropEarlier({ work, capture }: Parts): Promise<void> {
  const pages = await waitingPages(work);
  for (const [nth, page] of pages.entries()) {
    const isReadAgain = pages.slice(nth + 1).some((later) => isSamePage(page, later));
    if (!isReadAgain) continue;
    await work.discard(waitingKey(page));
    await dropCopies({ work, capture }, page);
  }
}

function orderOf({ updatedAt, id }: Draft): string {
  return `${updatedAt} ${id}`;
}

function isPartOf(page: Draft, open: Draft): boolean {
  return page.origins.every(({ id }) => open.origins.some((origin) => origin.id === id));
}
