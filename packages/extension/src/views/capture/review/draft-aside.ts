/** Keys of pages that wait for an answer, and the comparison that decides if one has to be given. */
import type { Draft } from '@cyber-prevent/core';
import { asideKey, DRAFT_KEY } from '../../../app/work-keys.js';

const WAITING = 'waiting-';

/** Key of a page that was read while another draft was open, until the officer says what becomes of it. */
export function waitingKey({ id }: Pick<Draft, 'id'>): string {
  return asideKey(DRAFT_KEY, WAITING + id);
}

export function isWaitingKey(key: string): boolean {
  return key.startsWith(asideKey('', WAITING).slice(0, -1));
}

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
