/** Moves a draft that an earlier release stored under another key to the key under which its form opens it now. */
import type { UnfinishedWork } from '../ports/services.js';
import { formKey, isAside } from './work-keys.js';

/**
 * Moves the first such draft, unless the form has one already: both then stay in the list of unfinished work.
 *
 * @returns true if one was moved
 */
export async function carryDraft(work: UnfinishedWork, key: string): Promise<boolean> {
  const earlier = (await work.keys()).filter(
    (each) => each !== key && !isAside(each) && formKey(each) === key,
  );
  for (const from of earlier) {
    const draft = await work.load(from);
    if (!draft?.value) continue;
    const inForm = await work.load(key);
    if (inForm?.value) return false;
    const kept = await work.save(key, draft.value, inForm?.version ?? 0);
    if (!kept.ok) return false;
    await work.discard(from);
    return true;
  }
  return false;
}
