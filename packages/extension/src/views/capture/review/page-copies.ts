/**
 * Copies of the pages that drafts were read from. They are kept sealed with them as unfinished work, so that they can
 * still be saved after a restart. The officer chooses how much to save with the draft.
 */
import type { Draft, RecordId } from '@cyber-prevent/core';
import {
  DRAFT_KEY,
  draftSave,
  formKey,
  isAside,
  pageKey,
  savingKey,
} from '../../../app/work-keys.js';
import type { Services, UnfinishedWork } from '../../../ports/services.js';

type Parts = Pick<Services, 'work' | 'capture'>;
type Owned = Pick<Draft, 'id' | 'origins'>;

/** Beginnings of the keys that belong to drafts. */
const OF_DRAFTS = [pageKey(''), savingKey(draftSave({ id: '' }))];

/**
 * Stores the pages of the draft with it, and discards those that belong to no draft, open or set aside.
 *
 * @param others - drafts that may not be stored yet
 */
export async function putCopiesAway(
  { work, capture }: Parts,
  draft: Owned,
  ...others: readonly Owned[]
): Promise<void> {
  const held = new Set(await work.keys());
  for (const { id } of draft.origins) {
    const text = held.has(pageKey(id)) ? undefined : capture.copyOf(id);
    if (text !== undefined) await work.save(pageKey(id), text, 0);
  }
  const drafts = [draft, ...others, ...(await asideDrafts(work, held))];
  const needed = new Set(
    drafts.flatMap((each) => [
      savingKey(draftSave(each)),
      ...each.origins.map(({ id }) => pageKey(id)),
    ]),
  );
  for (const key of held)
    if (OF_DRAFTS.some((start) => key.startsWith(start)) && !needed.has(key))
      await work.discard(key);
}

async function asideDrafts(
  work: Pick<UnfinishedWork, 'load'>,
  keys: ReadonlySet<string>,
): Promise<readonly Owned[]> {
  const aside = [...keys].filter((key) => isAside(key) && formKey(key) === DRAFT_KEY);
  const held = await Promise.all(aside.map((key) => work.load(key)));
  return held.flatMap((each) => (each?.value as Owned | null | undefined) ?? []);
}

/** Discards the pages and the save under way, once the draft is saved or discarded. */
export async function dropCopies({ work }: Parts, draft: Owned): Promise<void> {
  for (const { id } of draft.origins) await work.discard(pageKey(id));
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
  const held = capture.copyOf(origin) ?? (await work.load(pageKey(origin)))?.value;
  return typeof held === 'string' ? held : undefined;
}
