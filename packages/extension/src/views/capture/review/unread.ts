/** Frames that were not read at the last look at the page. */
import type { CaptureOrigin, Draft, Issue, RecordId } from '@cyber-prevent/core';

export interface Unread {
  readonly origin: string;
  /** The look that did not reach it. */
  readonly capture: RecordId;
  /** True for another site's frame: a permission for its host would open it. */
  readonly isForeign: boolean;
}

/** Unread frames of each page, from its last reading only. */
export function unreadOf(origins: readonly CaptureOrigin[]): readonly Unread[] {
  const last = new Map(origins.map((origin) => [`${origin.way} ${origin.url}`, origin]));
  return [...last.values()].flatMap(({ id, unread }) =>
    unread.map(({ origin, why }) => ({ origin, capture: id, isForeign: why === 'other-origin' })),
  );
}

/** Issues of the reading, except for frames: they have lines of their own, which go when they are read. */
export function issuesBesideFrames(draft: Draft | null): readonly Issue[] {
  return (draft?.issues ?? []).filter(({ code }) => code !== 'frame-not-read');
}
