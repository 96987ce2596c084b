/** The results of each adapter at the last capture, so that drift shows early: kept sealed, by its id. */

import type { CaptureOrigin } from '@cyber-prevent/core';
import * as v from 'valibot';
import type { AdapterSeen } from '../ports/adapters.js';
import type { Services } from '../ports/services.js';

const Whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const Seen = v.strictObject({
  version: v.string(),
  /** An instant. */
  at: v.string(),
  anchors: v.strictObject({ found: Whole, of: Whole }),
  /** Fields that fell back to the generic reading, or stayed empty. */
  fellBack: Whole,
});

const KEY = 'adapter-seen';

export async function adaptersSeen({
  work,
}: Pick<Services, 'work'>): Promise<Readonly<Record<string, AdapterSeen>>> {
  const held = (await work.load(KEY))?.value;
  return v.is(v.record(v.string(), Seen), held) ? held : {};
}

/** A simultaneous save by another window wins: this is a note, and the next capture makes another. */
export async function noteSeen(
  { work }: Pick<Services, 'work'>,
  origins: readonly CaptureOrigin[],
): Promise<void> {
  const seen: Record<string, AdapterSeen> = {};
  for (const { adapter, anchors, capturedAt: at, fellBack } of origins)
    if (adapter && anchors)
      seen[adapter.id] = {
        version: adapter.version,
        at,
        anchors: { found: anchors.found, of: anchors.of },
        fellBack: fellBack.length,
      };
  if (Object.keys(seen).length === 0) return;
  const before = await adaptersSeen({ work });
  await work.save(KEY, { ...before, ...seen }, (await work.load(KEY))?.version ?? 0);
}
