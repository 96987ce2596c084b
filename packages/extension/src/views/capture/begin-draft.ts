import type { Draft, Result } from '@cyber-prevent/core';
import { asideKey, DRAFT_KEY } from '../../app/work-keys.js';
import type { UnfinishedWork } from '../../ports/services.js';

/** Opens a draft. Never added unasked: the one that was open is set aside, and found under Unfinished. */
export async function beginDraft(work: UnfinishedWork, draft: Draft): Promise<Result<unknown>> {
  const open = await work.load(DRAFT_KEY);
  const before = open?.value as Draft | null | undefined;
  const aside = before ? await work.save(asideKey(DRAFT_KEY, before.id), before, 0) : undefined;
  return aside && !aside.ok ? aside : work.save(DRAFT_KEY, draft, open?.version ?? 0);
}
