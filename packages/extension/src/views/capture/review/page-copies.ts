/**
 * The pages that the open draft was read from. They wait with it, sealed as unfinished work, so that a copy can still be
 * kept after a restart; what is kept of them is chosen at the save.
 */
import type { Draft, RecordId } from '@cyber-prevent/core';
import type { Services } from '../../../ports/services.js';
import { savingKey } from '../../act/sealed-place.js';

type Parts = Pick<Services, 'work' | 'capture'>;

const PREFIX = 'page/';

/** Name of the save of the draft, which is put away with it until its outcome is known. */
export function draftSave({ id }: Pick<Draft, 'id'>): string {
  return `draft/${id}`;
}

/** Puts the pages of the draft away with it, and throws away those of drafts before. */
export async function putCopiesAway({ work, capture }: Parts, draft: Draft): Promise<void> {
  const { origins } = draft;
  const held = new Set(await work.keys());
  for (const { id } of origins) {
    const text = held.has(PREFIX + id) ? undefined : capture.copyOf(id);
    if (text !== undefined) await work.save(PREFIX + id, text, 0);
  }
  const needed = new Set(origins.map(({ id }) => PREFIX + id));
  needed.add(savingKey(draftSave(draft)));
  const isOfDrafts = (key: string): boolean =>
    key.startsWith(PREFIX) || key.startsWith(savingKey(draftSave({ id: '' as RecordId })));
  for (const key of held) if (isOfDrafts(key) && !needed.has(key)) await work.discard(key);
}

/** The draft was saved or discarded. */
export async function dropCopies({ work }: Parts, draft: Draft): Promise<void> {
  for (const { id } of draft.origins) await work.discard(PREFIX + id);
  await work.discard(savingKey(draftSave(draft)));
}

/** Whether a copy of any of its pages can be kept. */
export function hasPages({ origins }: Draft): boolean {
  return origins.some(({ way }) => way === 'page' || way === 'saved-page');
}

/** The page, as the JSON of a snapshot; undefined when none is there. */
export async function copyOf(
  { work, capture }: Parts,
  origin: RecordId,
): Promise<string | undefined> {
  const held = capture.copyOf(origin) ?? (await work.load(PREFIX + origin))?.value;
  return typeof held === 'string' ? held : undefined;
}
