/**
 * The officer’s diary of an open vault, by the force’s own rules where its policy has some. Nothing is read before the
 * first request.
 */
import {
  type CodeLists,
  type FollowedDiary,
  type FollowOptions,
  followDiary,
  gatherCodeLists,
  gatherRetention,
  gatherTimeLimits,
  gatherTriggers,
  type RecordId,
  type RecordStore,
  type Trigger,
  workingCalendar,
} from '@cyber-prevent/core';
import type { Policy } from '../../ports/services.js';

export interface FollowSessionOptions extends Pick<FollowOptions, 'first'> {
  readonly officer: RecordId;
  /** Replaces the shipped lists. */
  readonly lists?: CodeLists | undefined;
  readonly triggers?: readonly Trigger[];
  /**
   * Read once, with the first reading. If it cannot be read, the shipped rules apply: the diary is always available.
   */
  readonly policy?: (() => Promise<Pick<Policy, 'retention' | 'timeLimits'>>) | undefined;
}

export function followSession(
  store: Pick<RecordStore, 'get' | 'query' | 'subscribe'>,
  {
    officer,
    lists = gatherCodeLists(),
    triggers = gatherTriggers(lists),
    policy = async () => ({}),
    first,
  }: FollowSessionOptions,
): FollowedDiary {
  let followed: Promise<FollowedDiary> | undefined;
  const begin = async (): Promise<FollowedDiary> => {
    const { retention, timeLimits } = await policy().catch(
      (): Pick<Policy, 'retention' | 'timeLimits'> => ({}),
    );
    return followDiary(store, {
      calendar: workingCalendar(),
      lists,
      triggers,
      retention: gatherRetention(retention),
      limits: gatherTimeLimits(timeLimits ?? []),
      officer,
      ...(first ? { first } : {}),
      pause: () => new Promise((go) => setTimeout(go)),
    });
  };
  return {
    async read(today) {
      followed ??= begin();
      return (await followed).read(today);
    },
    stop() {
      // Also stops one whose policy is still being read: no listener may remain. Its reader was given any failure to
      // begin.
      void followed?.then(
        (begun) => begun.stop(),
        () => undefined,
      );
      followed = undefined;
    },
  };
}
