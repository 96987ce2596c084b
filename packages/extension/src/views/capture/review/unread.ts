/** Frames of a page that were not read, as they stand after the last look at it. */
import type { CaptureOrigin, Draft, Issue, RecordId } from '@cyber-prevent/core';

export interface Unread {
  readonly origin: string;
  /** The look that did not reach it. */
  readonly capture: RecordId;
  /** Another site's: a permission for its host would open it. */
  readonly isForeign: boolean;
}

/** A page that was read again is as the last reading found it. */
export function unreadOf(origins: readonly CaptureOrigin[]): readonly Unread[] {
  const last = new Map(origins.map((origin) => [`${origin.way} ${origin.url}`, origin]));
  return [...last.values()].flatMap(({ id, unread }) =>
    unread.map(({ origin, why }) => ({ origin, capture: id, isForeign: why === 'other-origin' })),
  );
}

/** What the reading says of the draft, but for the frames: they have lines of their own, which go when they are read. */
export function issuesBesideFrames(draft: Draft | null): readonly Issue[] {
  return (draft?.issues ?? []).filter(({ code }) => code !== 'frame-not-read');
}
