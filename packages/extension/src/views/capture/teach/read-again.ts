/** Reads the open draft again with an adapter taught on one of its pages: the adapter applies there first. */
import { type Draft, passed, type RecordId, type Result, rereadDraft } from '@cyber-prevent/core';
import { DRAFT_KEY } from '../../../app/work-keys.js';
import type { Services } from '../../../ports/services.js';
import type { TeachService } from '../../../ports/teach-service.js';

/**
 * @param page - the copy that was taught on, as the JSON of a snapshot
 * @returns false if no open draft was read from that capture; an issue if the copy cannot be read
 */
export async function readDraftAgain(
  { work, host }: Pick<Services, 'work' | 'host'>,
  service: Pick<TeachService, 'readAgain'>,
  capture: RecordId,
  page: string,
): Promise<Result<boolean>> {
  const held = await work.load(DRAFT_KEY);
  const draft = held?.value as Draft | null | undefined;
  if (!held || !draft?.origins.some(({ id }) => id === capture)) return passed(false);
  const again = await service.readAgain(page);
  if (!again.ok) return again;
  const now = host.clock.now();
  const saved = await work.save(
    DRAFT_KEY,
    rereadDraft(draft, capture, again.value, now),
    held.version,
  );
  return saved.ok ? passed(true) : saved;
}
