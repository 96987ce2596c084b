/**
 * The pages that the open draft was read from. They wait with it, sealed as unfinished work, so that a copy can still be
 * kept after a restart; what is kept of them is chosen at the save.
 */
import type { Draft, RecordId } from '@cyber-prevent/core';
import type { Services } from '../../../ports/services.js';

type Parts = Pick<Services, 'work' | 'capture'>;

const PREFIX = 'page/';

/** Puts the pages of the draft away with it, and throws away those of drafts before. */
export async function putCopiesAway({ work, capture }: Parts, { origins }: Draft): Promise<void> {
  const held = new Set(await work.keys());
  for (const { id } of origins) {
    const text = held.has(PREFIX + id) ? undefined : capture.copyOf(id);
    if (text !== undefined) await work.save(PREFIX + id, text, 0);
  }
  const needed = new Set(origins.map(({ id }) => PREFIX + id));
  for (const key of held) if (key.startsWith(PREFIX) && !needed.has(key)) await work.discard(key);
}

/** The draft was saved or discarded. */
export async function dropCopies({ work }: Parts, { origins }: Draft): Promise<void> {
  for (const { id } of origins) await work.discard(PREFIX + id);
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
