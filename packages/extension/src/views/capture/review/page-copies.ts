/**
 * Copies of the pages that the open draft was read from. They are kept sealed with it as unfinished work, so that they
 * can still be saved after a restart. The officer chooses how much to save with the draft.
 */
import type { Draft, RecordId } from '@cyber-prevent/core';
import type { Services } from '../../../ports/services.js';
import { savingKey } from '../../act/sealed-place.js';

type Parts = Pick<Services, 'work' | 'capture'>;

const PREFIX = 'page/';
const DRAFT = 'draft/';

/** Name of the save of the draft, which is stored with it until its outcome is known. */
export function draftSave({ id }: Pick<Draft, 'id'>): string {
  return DRAFT + id;
}

/** Stores the pages of the draft with it, and discards those of earlier drafts. */
export async function putCopiesAway({ work, capture }: Parts, draft: Draft): Promise<void> {
  const { origins } = draft;
  const held = new Set(await work.keys());
  for (const { id } of origins) {
    const text = held.has(PREFIX + id) ? undefined : capture.copyOf(id);
    if (text !== undefined) await work.save(PREFIX + id, text, 0);
  }
  const needed = new Set(origins.map(({ id }) => PREFIX + id));
  needed.add(savingKey(draftSave(draft)));
  const ofDrafts = [PREFIX, savingKey(DRAFT)];
  for (const key of held)
    if (ofDrafts.some((start) => key.startsWith(start)) && !needed.has(key))
      await work.discard(key);
}

/** Discards the pages and the save under way, once the draft is saved or discarded. */
export async function dropCopies({ work }: Parts, draft: Draft): Promise<void> {
  for (const { id } of draft.origins) await work.discard(PREFIX + id);
  await work.discard(savingKey(draftSave(draft)));
}

/** True if any of its pages can be copied. */
export function hasPages({ origins }: Draft): boolean {
  return origins.some(({ way }) => way === 'page' || way === 'saved-page');
}

/** The page as the JSON of a snapshot; undefined if there is none. */
export async function copyOf(
  { work, capture }: Parts,
  origin: RecordId,
): Promise<string | undefined> {
  const held = capture.copyOf(origin) ?? (await work.load(PREFIX + origin))?.value;
  return typeof held === 'string' ? held : undefined;
}
