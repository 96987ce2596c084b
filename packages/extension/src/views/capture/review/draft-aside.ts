/** Pages that are stored as drafts of their own, until the officer says what becomes of them. */
import { type Draft, mergeDraft } from '@cyber-prevent/core';
import { asideKey, DRAFT_KEY } from '../../../app/work-keys.js';
import type { UnfinishedWork } from '../../../ports/services.js';

/** True if pressed again on a page of the draft: a second look, not another page. */
export function isSamePage(open: Draft, read: Draft): boolean {
  const [page] = read.origins;
  return (
    page !== undefined &&
    page.way !== 'paste' &&
    page.way !== 'typed' &&
    open.origins.some(({ url, way }) => url === page.url && way === page.way)
  );
}

/** Stores a page as a draft of its own, to be found under Unfinished. */
export function setAside(work: UnfinishedWork, page: Draft): ReturnType<UnfinishedWork['save']> {
  return work.save(asideKey(DRAFT_KEY, page.id), page, 0);
}

/**
 * Stores a page whose screen was left while it was read: no press is lost, and the page is there when the officer comes
 * back.
 */
export async function putAside(work: UnfinishedWork, read: Draft): Promise<void> {
  const held = await work.load(DRAFT_KEY);
  const open = held?.value as Draft | null | undefined;
  // Only the officer decides if another page joins an open draft.
  if (open && !isSamePage(open, read)) {
    await setAside(work, read);
    return;
  }
  await work.save(DRAFT_KEY, open ? mergeDraft(open, read) : read, held?.version ?? 0);
}
