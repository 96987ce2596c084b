/** Keys of pages that wait until the officer says what becomes of them. */
import type { Draft } from '@cyber-prevent/core';
import { asideKey, DRAFT_KEY } from '../../../../app/work-keys.js';

const WAITING = 'waiting-';

/** Key of a page that was read while another draft was open, until it is answered whose it is. */
export function waitingKey({ id }: Pick<Draft, 'id'>): string {
  return asideKey(DRAFT_KEY, WAITING + id);
}

export function isWaitingKey(key: string): boolean {
  return key.startsWith(asideKey('', WAITING).slice(0, -1));
}
